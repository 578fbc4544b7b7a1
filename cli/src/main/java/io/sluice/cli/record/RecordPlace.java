package io.sluice.cli.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of an answer are kept. One thread at a time writes; another may settle. */
interface RecordPlace extends Closeable {
  /** Takes hold of it; refuses in one line. */
  void open() throws IOException;

  /** The answer begins once more: what came so far is let go. */
  void restart() throws IOException;

  /** Writes all of it, at once. */
  void write(ByteBuffer bytes) throws IOException;

  /** The answer does not begin once more. */
  void settle() throws IOException;
}
