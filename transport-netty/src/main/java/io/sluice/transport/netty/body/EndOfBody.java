package io.sluice.transport.netty.body;

/** Passed through a pipeline after the last bytes of a body, as HTTP has its end. */
public enum EndOfBody {
  REACHED
}
