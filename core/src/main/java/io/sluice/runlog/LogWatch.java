package io.sluice.runlog;

/** A signal that a log gives until it is closed. */
@FunctionalInterface
public interface LogWatch extends AutoCloseable {

  /** Ends the signal. One that is under way on another thread may still come. */
  @Override
  void close();
}
