package io.sluice.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The three standard streams, in UTF-8 whatever the locale is.
 *
 * @param in bytes somebody pipes in, or types
 * @param out the answer, and nothing else
 * @param err everything else
 * @param terminals which of them are terminals
 */
record Streams(InputStream in, StandardOutput out, PrintStream err, Terminals terminals) {
  /** The process's own. */
  static Streams ofProcess() {
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new Streams(
        // A bare FileInputStream asks a pipe for its position when it is read to its end, and
        // fails.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        StandardOutput.ofProcess(),
        err,
        Terminals.ofProcess());
  }
}
