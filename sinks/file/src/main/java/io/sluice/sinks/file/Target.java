package io.sluice.sinks.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** What a recording is written to, and what becomes of it at the end. */
interface Target extends Closeable {

  /** Each call is one write to the file, at once. */
  OutputStream out();

  /** Whether something stood in the file before. */
  boolean hasEarlierContent();

  /** The answer is whole. */
  void complete() throws IOException;

  /** Nothing was ever asked: there is nothing to keep. */
  void abandon() throws IOException;
}
