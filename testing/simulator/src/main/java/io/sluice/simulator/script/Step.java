package io.sluice.simulator.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing a server does on a connection. Buffers are read-only; who reads one duplicates it. */
public sealed interface Step {

  /** The status line and the headers. Their order is kept; framing headers are added in playing. */
  record Head(int status, Map<String, String> headers) implements Step {
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

  /** A whole event of the stream, its blank line included, written and flushed by itself. */
  record Event(Mark mark, ByteBuffer bytes) implements Step {
    public Event {
      bytes = bytes.asReadOnlyBuffer();
    }
  }

  /** Bytes of the body that are no event: a comment, half an event, a document. */
  record Body(ByteBuffer bytes) implements Step {
    public Body {
      bytes = bytes.asReadOnlyBuffer();
    }

    public static Body of(String text) {
      return new Body(StandardCharsets.UTF_8.encode(text));
    }
  }

  /** Bytes put on the wire outside any body: what a head should have been. */
  record Raw(ByteBuffer bytes) implements Step {
    public Raw {
      bytes = bytes.asReadOnlyBuffer();
    }

    public static Raw of(String text) {
      return new Raw(StandardCharsets.UTF_8.encode(text));
    }
  }

  /** Nothing for a while. Waits that follow each other keep their average pace. */
  record Wait(Duration duration) implements Step {}

  /**
   * The making of what follows: where there is a pace, the time of so many chunks; else nothing.
   */
  record Effort(long chunks) implements Step {}

  /** How it ends; nothing after it is played. */
  enum Last implements Step {
    /** The body is complete; the connection stays open if client and head agree. */
    END,
    /** The body is complete; the connection closes, whatever the head promised. */
    END_AND_CLOSE,
    /** The connection closes (FIN) wherever the body is. */
    CLOSE,
    /** The connection is reset (RST) wherever the body is. */
    RESET,
    /** Silence on an open socket, until the client leaves or the server's patience ends. */
    STALL
  }
}
