package io.sluice.pipeline;

/** A sink's failure as it is found suppressed in the exception that a run threw. */
public final class SinkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the sink and says what it threw, which is the cause. */
  SinkException(SinkFailure failure) {
    super(failure.message(), failure.cause());
  }
}
