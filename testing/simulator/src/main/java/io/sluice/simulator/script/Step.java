package io.sluice.simulator.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One action of a server on a connection. Buffers are read-only; duplicate one to read it. */
public sealed interface Step {

  /**
   * The status line and the headers. Their order is kept; framing headers are added when it is
   * played.
   */
  record Head(int status, Map<String, String> headers) implements Step {
    /** Copies the headers. */
    public Head {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The same head with one more header, or another value of it. */
    public Head with(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Head(status, more);
    }

    /** The same head without a header. */
    public Head without(String name) {
      var fewer = new LinkedHashMap<>(headers);
      fewer.remove(name);
      return new Head(status, fewer);
    }
  }

  /** A whole event of the stream, its blank line included, written and flushed separately. */
  record Event(Mark mark, ByteBuffer bytes) implements Step {
    /** Makes the bytes read-only. */
    public Event {
      bytes = bytes.asReadOnlyBuffer();
    }
  }

  /** Bytes of the body that are not a whole event: a comment, half an event, a document. */
  record Body(ByteBuffer bytes) implements Step {
    /** Makes the bytes read-only. */
    public Body {
      bytes = bytes.asReadOnlyBuffer();
    }

    /** Returns a part of the body with that text in UTF-8. */
    public static Body of(String text) {
      return new Body(StandardCharsets.UTF_8.encode(text));
    }
  }

  /** Bytes sent outside any body, for example in place of a head. */
  record Raw(ByteBuffer bytes) implements Step {
    /** Makes the bytes read-only. */
    public Raw {
      bytes = bytes.asReadOnlyBuffer();
    }

    /** Returns bytes for the connection, with that text in UTF-8. */
    public static Raw of(String text) {
      return new Raw(StandardCharsets.UTF_8.encode(text));
    }
  }

  /** A pause. Consecutive pauses keep their average pace. */
  record Wait(Duration duration) implements Step {}

  /**
   * The time to produce the chunks that follow: with a pace, the time of so many chunks; otherwise
   * none.
   */
  record Effort(long chunks) implements Step {}

  /** The end of the connection or the body; no later step is played. */
  enum Last implements Step {
    /** The body is complete; the connection stays open if client and head agree. */
    END,
    /** The body is complete; the connection closes, even if the head says otherwise. */
    END_AND_CLOSE,
    /** The connection closes (FIN) at any point of the body. */
    CLOSE,
    /** The connection is reset (RST) at any point of the body. */
    RESET,
    /** Nothing is sent on an open socket, until the client closes it or an hour has passed. */
    STALL
  }
}
