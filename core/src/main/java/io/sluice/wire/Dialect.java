package io.sluice.wire;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.StreamOptions;
import java.time.Duration;
import java.util.Optional;

/** One wire format. Stateless and thread-safe; the state of one answer is its {@link Reader}'s. */
public interface Dialect {

  /** The name under which it is chosen, such as {@code "openai"}. */
  String name();

  /**
   * The server and model that are asked where none is named. A dialect that does not override this
   * has variables that go by its name, and no server.
   */
  default DialectDefaults defaults() {
    return DialectDefaults.of(name());
  }

  /**
   * The HTTP call that asks {@code request} of {@code endpoint}.
   *
   * @throws IllegalArgumentException if the dialect cannot express the request, in one line
   */
  HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options);

  /** How streamed answers are framed. */
  Framing framing();

  /**
   * Whether an answer is surely in this dialect that begins with this text, some thousand
   * characters as they were received. Without an answer of its own, a dialect is never sure.
   */
  default boolean recognises(String start) {
    return false;
  }

  /** A reader for one answer to a request of which nothing is known. */
  Reader reader();

  /**
   * A reader for one answer to a request for that many choices, 1 or more. Without an answer of its
   * own, a dialect reads it like any other.
   */
  default Reader reader(int choices) {
    return reader();
  }

  /** What an HTTP status of 300 or more means. Never throws, whatever the body is. */
  Failure.Http failure(HttpAnswer answer);

  /**
   * Another way to ask the same if the refusal names what the server stumbled over (usage that it
   * cannot report, a limit under another name): the call is then made again so.
   */
  default Optional<Fallback> fallback(
      Failure.Http refusal, ChatRequest request, StreamOptions options) {
    return Optional.empty();
  }

  /**
   * Reads the events of one answer. Mutable; called by one thread at a time; never throws for what
   * a server sent.
   */
  interface Reader {

    /** Reads one event and reports what it means, in order, before it returns. */
    void read(WireEvent event, Duration at, Receiver receiver);

    /**
     * Nothing more comes: the body has ended, or broke off, or was waited for too long. The reader
     * may report a last chunk of what it still holds, and then a failure.
     */
    void end(Receiver receiver);
  }

  /**
   * What a reader reports to. Once {@link #done} or {@link #failed} was called, nothing follows.
   */
  interface Receiver {

    /** A chunk; an error object that came as data is a chunk too, before its {@link #failed}. */
    void chunk(Chunk chunk);

    /** Something was forgiven. */
    void irregular(Irregularity.Kind kind);

    /** The server's end marker. */
    void done();

    /** The answer is not to be trusted from here on. */
    void failed(Failure failure);
  }
}
