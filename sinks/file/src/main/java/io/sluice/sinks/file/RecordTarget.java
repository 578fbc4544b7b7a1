package io.sluice.sinks.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** What a recording is written to, and what becomes of it at the end. */
interface RecordTarget extends Closeable {

  /** Each call is one write to the file, at once. */
  OutputStream out();

  /** Whether something stood in the file before. */
  boolean hasEarlierContent();

  /** How many bytes it holds. */
  long length() throws IOException;

  /** Writes over bytes that are there, in one write; what comes next is put at the end again. */
  void rewrite(long position, byte[] bytes) throws IOException;

  /** Forces what was written onto the disk. */
  void sync() throws IOException;

  /** Forces the name under which it is found onto the disk, where the system lets us. */
  void syncName();

  /** The answer is whole. */
  void complete() throws IOException;

  /** Nothing was ever asked: there is nothing to keep. */
  void abandon() throws IOException;
}
