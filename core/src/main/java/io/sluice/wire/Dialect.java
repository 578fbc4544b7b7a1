package io.sluice.wire;

import io.sluice.chat.ChatRequest;
import io.sluice.limit.RateLimits;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.StreamOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One wire format. Stateless and thread-safe; a {@link Reader} holds the state of one answer. */
public interface Dialect {

  /** The name under which the dialect is chosen, such as {@code "openai"}. */
  String name();

  /**
   * The default server and model. A dialect that does not override this has variables named after
   * it, and no default server.
   */
  default DialectDefaults defaults() {
    return DialectDefaults.of(name());
  }

  /**
   * The HTTP call that sends {@code request} to {@code endpoint}.
   *
   * @throws IllegalArgumentException with a one-line message, if the dialect cannot express the
   *     request
   */
  HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options);

  /**
   * The signer that environment variables name, for an endpoint without a key. By default empty:
   * calls of the dialect are not signed.
   *
   * @throws IllegalArgumentException in one line, if what they name cannot be used
   */
  default Optional<RequestSigner> signer(Map<String, String> variables) {
    return Optional.empty();
  }

  /** How the server's models are listed. By default empty: the dialect cannot list them. */
  default Optional<ModelListing> models() {
    return Optional.empty();
  }

  /**
   * The call as it is sent now: that of {@link #call}, with the endpoint's own header fields and
   * query parameters, with the header fields of the options, and signed if the endpoint signs.
   *
   * @throws IllegalArgumentException as {@link #call} does
   */
  default HttpCall wholeCall(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    HttpCall extended = endpoint.extend(call(endpoint, request, options));
    return endpoint.signed(extended.withHeaders(options.headers()));
  }

  /** The framing of streamed answers, as they are asked for. */
  Framing framing();

  /**
   * The framing of an answer whose body begins with that byte, blanks not counted. By default the
   * same as {@link #framing()}; a dialect overrides this if its servers may answer in another one.
   */
  default Framing framing(byte first) {
    return framing();
  }

  /** What ends an answer. By default its end marker, or the finish of every choice. */
  default Ending ending() {
    return Ending.FINISH;
  }

  /**
   * Whether an answer that begins with this text, some thousand characters as received, is
   * certainly in this dialect. By default false.
   */
  default boolean recognises(String start) {
    return false;
  }

  /** A reader for one answer to an unknown request. */
  Reader reader();

  /**
   * A reader for one answer to a request for that many choices, 1 or more. By default the same as
   * {@link #reader()}.
   */
  default Reader reader(int choices) {
    return reader();
  }

  /** The failure for an HTTP status of 300 or more. Never throws, for any body. */
  Failure.Http failure(HttpAnswer answer);

  /**
   * The rate limits that the server stated in the head of an answer; empty if it stated none. By
   * default the fields of OpenAI's API and those of Anthropic's are read. Never throws, for any
   * fields; the body of the answer is empty.
   */
  default Optional<RateLimits> limits(HttpAnswer answer) {
    return Optional.of(RateLimitFields.read(answer, Instant.now()))
        .filter(limits -> !limits.isEmpty());
  }

  /**
   * The server's name for the call, in the head of an answer. By default {@code x-request-id},
   * {@code request-id} or a cloud's own field. Never throws, for any fields; the body of the answer
   * is empty.
   */
  default Optional<String> requestId(HttpAnswer answer) {
    return HttpRefusal.requestId(answer);
  }

  /**
   * Another form of the request without the part that the server refused (usage that it cannot
   * report, a limit under another name); the call is then repeated with it.
   */
  default Optional<Fallback> fallback(
      Failure.Http refusal, ChatRequest request, StreamOptions options) {
    return Optional.empty();
  }

  /** What ends an answer in a dialect. */
  enum Ending {
    /**
     * An end marker, or the finish of every choice: what is missing behind it is forgiven, and a
     * stream that has finished waits only briefly for more.
     */
    FINISH,
    /**
     * Only the end of the body: a choice may go on after its finish, and there is no end marker. A
     * body that breaks off, or whose last event is incomplete, is never a complete answer.
     */
    BODY;

    /** The end of a stream whose source ended like this. */
    public End of(End end) {
      if (this == FINISH) {
        return end;
      }
      if (end instanceof End.Closed) {
        return new End.Exhausted();
      }
      return end instanceof End.Cut || end instanceof End.Silent ? new End.Premature(end) : end;
    }

    /** The end of a stream whose source ended like this, behind a part of an event. */
    public End torn(End end) {
      boolean premature = this == BODY && end instanceof End.Closed;
      return of(premature ? new End.Cut("the body ended in the middle of an event") : end);
    }
  }

  /**
   * Reads the events of one answer. Mutable; called by one thread at a time; never throws for
   * anything a server sent.
   */
  interface Reader {

    /** Reads one event and reports its results, in order, before it returns. */
    void read(WireEvent event, Duration at, Receiver receiver);

    /**
     * Called at the end: the body has ended, or broke off, or a timeout was reached. The reader may
     * report a last chunk of what it still holds, and then a failure.
     */
    void end(Receiver receiver);
  }

  /**
   * Receives a reader's results. After a call of {@link #done} or {@link #failed}, nothing follows.
   */
  interface Receiver {

    /**
     * Called with a chunk; an error object that arrived as data is a chunk too, before its {@link
     * #failed}.
     */
    void chunk(Chunk chunk);

    /** Called for an irregularity that was tolerated. */
    void irregular(Irregularity.Kind kind);

    /** Called for the server's end marker. */
    void done();

    /** Called when the rest of the answer cannot be trusted. */
    void failed(Failure failure);

    /**
     * Called at the end of a body whose last event is incomplete. By default nothing happens; a
     * transport asks the dialect's {@link Ending} what that means.
     */
    default void torn() {}
  }
}
