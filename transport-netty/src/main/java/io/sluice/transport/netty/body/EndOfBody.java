package io.sluice.transport.netty.body;

/** Passed through a pipeline after the last bytes of a body, to mark its end without HTTP. */
public enum EndOfBody {
  REACHED
}
