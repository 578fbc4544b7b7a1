package io.sluice.transport.netty;

/** Passed through a pipeline after the last bytes of a body, as HTTP has its end. */
enum EndOfBody {
  REACHED
}
