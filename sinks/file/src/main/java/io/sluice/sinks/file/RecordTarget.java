package io.sluice.sinks.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** The file that a recording is written to, and its treatment at the end. */
interface RecordTarget extends Closeable {

  /** Each call is one immediate write to the file. */
  OutputStream out();

  /** Whether the file had content before. */
  boolean hasEarlierContent();

  /** The number of bytes it holds. */
  long length() throws IOException;

  /** Overwrites existing bytes in one write; later writes go to the end again. */
  void rewrite(long position, byte[] bytes) throws IOException;

  /** Forces the written bytes onto the disk. */
  void sync() throws IOException;

  /** Forces the file's name onto the disk, if the system allows it. */
  void syncName();

  /** Ends the file of a complete answer. */
  void complete() throws IOException;

  /** Ends the file of a run that sent no request: nothing is kept. */
  void abandon() throws IOException;
}
