package io.sluice.transport.netty;

import io.netty.handler.codec.DecoderException;

/** Thrown for an answer that cannot be read; its message is one line for people. */
final class Unreadable extends DecoderException {

  private static final long serialVersionUID = 1L;

  Unreadable(String line) {
    super(line);
  }
}
