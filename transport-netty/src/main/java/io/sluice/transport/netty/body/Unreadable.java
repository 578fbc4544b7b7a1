package io.sluice.transport.netty.body;

import io.netty.handler.codec.DecoderException;

/** Thrown for an answer that cannot be read; its message is one line for users. */
public final class Unreadable extends DecoderException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message of one line. */
  public Unreadable(String line) {
    super(line);
  }
}
