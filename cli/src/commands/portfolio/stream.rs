//! Lines of a stream, however long they pretend to be.

use std::io::{BufRead, Read};

use plumbline_source::{Diagnostic, quote};

use crate::input::reason;

/// Lines that are not blank, with their numbers.
pub struct Lines<R> {
    reader: R,
    longest: usize,
    number: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// Lines of at most `longest` bytes; longer ones are errors, and are skipped without being kept.
    pub fn new(reader: R, longest: usize) -> Self {
        Self {
            reader,
            longest,
            number: 0,
            ended: false,
        }
    }

    /// Reads away the rest of a line.
    fn skip_line(&mut self) {
        loop {
            let (used, found) = match self.reader.fill_buf() {
                Ok([]) | Err(_) => return,
                Ok(buffer) => match buffer.iter().position(|byte| *byte == b'\n') {
                    Some(at) => (at + 1, true),
                    None => (buffer.len(), false),
                },
            };
            self.reader.consume(used);
            if found {
                return;
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = (usize, Result<Vec<u8>, Diagnostic>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let mut line = Vec::new();
            let most = u64::try_from(self.longest)
                .unwrap_or(u64::MAX)
                .saturating_add(1);
            let read = (&mut self.reader).take(most).read_until(b'\n', &mut line);
            self.number += 1;
            match read {
                Err(error) => {
                    self.ended = true;
                    let error = Diagnostic::error(format!(
                        "standard input can't be read: {}",
                        reason(&error)
                    ));
                    return Some((self.number, Err(error)));
                }
                Ok(0) => self.ended = true,
                Ok(_) if line.len() > self.longest && !line.ends_with(b"\n") => {
                    self.skip_line();
                    let error = Diagnostic::error(format!(
                        "line {} of standard input is too long: more than {} MB",
                        self.number,
                        self.longest / 1_000_000
                    ))
                    .help(format!(
                        "write one workload per line; {} reads YAML files",
                        quote("plumbline portfolio FILE…")
                    ));
                    return Some((self.number, Err(error)));
                }
                Ok(_) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => return Some((self.number, Ok(line))),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn blank_lines_are_counted_and_left_out() {
        let lines: Vec<(usize, Vec<u8>)> = Lines::new(&b"a\n\n  \r\nb\nlast"[..], 10)
            .map(|(number, line)| (number, line.unwrap()))
            .collect();
        assert_eq!(
            lines,
            [
                (1, b"a\n".to_vec()),
                (4, b"b\n".to_vec()),
                (5, b"last".to_vec())
            ]
        );
    }

    #[test]
    fn a_line_that_is_too_long_is_one_error_and_the_next_is_read() {
        let text = [&[b'x'; 50][..], b"\nshort\n"].concat();
        let found: Vec<_> = Lines::new(&text[..], 10).collect();
        assert_eq!(found.len(), 2);
        assert!(
            found[0]
                .1
                .as_ref()
                .unwrap_err()
                .message
                .contains("line 1 of standard input is too long")
        );
        assert_eq!(found[1].1.as_deref().unwrap(), b"short\n");
    }

    #[test]
    fn a_stream_of_nothing_ends() {
        assert_eq!(Lines::new(&b""[..], 10).count(), 0);
        assert_eq!(Lines::new(&b"\n\n"[..], 10).count(), 0);
    }
}
