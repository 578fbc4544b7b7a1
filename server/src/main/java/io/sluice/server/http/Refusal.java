package io.sluice.server.http;

import io.sluice.json.JsonWriter;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A request that is not granted. Its reply has the shape of OpenAI's errors, so that the clients of
 * that API show the message.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  // An OptionalLong is not serializable, and nobody serializes a refusal.
  private final transient OptionalLong seconds;

  /**
   * Creates a refusal.
   *
   * @param status the status of HTTP
   * @param code a word for programs, such as {@code "unknown_endpoint"}
   * @param message one line for people: the thing, the value, the remedy
   */
  public Refusal(int status, String code, String message) {
    this(status, code, message, OptionalLong.empty());
  }

  private Refusal(int status, String code, String message, OptionalLong seconds) {
    super(Objects.requireNonNull(message, "message"), null, false, false);
    this.status = status;
    this.code = Objects.requireNonNull(code, "code");
    this.seconds = seconds;
  }

  /** A request that cannot be understood: status 400. */
  public static Refusal badRequest(String message) {
    return new Refusal(400, "invalid_request", message);
  }

  /** A thing that is not there, or not for this caller: status 404. */
  public static Refusal notFound(String message) {
    return new Refusal(404, "not_found", message);
  }

  /** One request, run or attempt too many: status 429. */
  public static Refusal tooMany(String code, String message) {
    return new Refusal(429, code, message);
  }

  /** This refusal, saying after how many seconds the request may come again. */
  public Refusal retryAfter(long wait) {
    return new Refusal(status, code, String.valueOf(getMessage()), OptionalLong.of(wait));
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** A word for programs. */
  public String code() {
    return code;
  }

  /** The reply that says so. */
  public Reply reply() {
    String error =
        JsonWriter.object(
            json ->
                json.object(
                    "error",
                    members ->
                        members
                            .field("message", String.valueOf(getMessage()))
                            .field("type", "sluice_error")
                            .field("code", code)
                            .nothing("param")));
    Reply reply = Reply.json(status, error);
    return seconds.isPresent()
        ? reply.with("Retry-After", String.valueOf(seconds.getAsLong()))
        : reply;
  }
}
