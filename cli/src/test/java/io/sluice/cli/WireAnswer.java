package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes, and how the connection then ends. Immutable. */
final class WireAnswer {

  private static final int SMALL = 4_096;

  private final byte[] bytes;
  private final byte[] refrain;
  private final long refrains;
  private final End end;

  private WireAnswer(byte[] bytes, byte[] refrain, long refrains, End end) {
    this.bytes = bytes;
    this.refrain = refrain;
    this.refrains = refrains;
    this.end = end;
  }

  static WireAnswer of(String text) {
    return of(utf8(text));
  }

  static WireAnswer of(byte[] bytes) {
    return new WireAnswer(bytes, new byte[0], 0, End.CLOSE);
  }

  WireAnswer then(End next) {
    return new WireAnswer(bytes, refrain, refrains, next);
  }

  WireAnswer thenAgainAndAgain(String text, long times) {
    return new WireAnswer(bytes, utf8(text), times, end);
  }

  /** Whether it is so small that it can be written a byte at a time. */
  boolean isSmall() {
    return bytes.length <= SMALL && refrains == 0;
  }

  /** As an answer whose bytes are written in these pieces. */
  RawServer.Answer in(Pieces pieces) {
    return (socket, in) -> {
      write(socket.getOutputStream(), pieces);
      switch (end) {
        case CLOSE -> {
          socket.shutdownOutput();
          awaitClose(in);
        }
        case RESET -> socket.setSoLinger(true, 0);
        case STAY -> awaitClose(in);
      }
      socket.close();
    };
  }

  private void write(OutputStream out, Pieces pieces) throws IOException {
    if (pieces == Pieces.ONE) {
      out.write(bytes);
    } else {
      for (byte single : bytes) {
        out.write(single);
      }
    }
    for (long times = 0; times < refrains; times++) {
      out.write(refrain);
    }
  }

  private static void awaitClose(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // whatever the client still sends is of no interest
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How bytes are cut into writes. */
  enum Pieces {
    ONE,
    BYTES
  }

  /** What a connection does behind its answer. */
  enum End {
    CLOSE,
    RESET,
    STAY
  }
}
