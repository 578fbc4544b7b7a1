package io.sluice.server.runs;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.RequestJson;
import io.sluice.server.http.Refusal;
import io.sluice.stream.StreamOptions.Form;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller wants to be run.
 *
 * @param endpoint the name of the endpoint; empty for the first
 * @param request what is asked
 * @param form whether the answer is asked for in pieces
 * @param attributes what the records of the run say of it, such as its conversation
 * @param clientId what the caller names the order, so that sending it again starts no second run
 */
public record RunOrder(
    Optional<String> endpoint,
    ChatRequest request,
    Form form,
    Map<String, String> attributes,
    Optional<String> clientId) {

  /** Says how a request is sent, which an order says itself. */
  private static final Set<String> OF_THE_ORDER = Set.of("stream", "stream_options");

  private static final int LONGEST_NAME = 200;

  /** Copies the map. */
  public RunOrder {
    attributes = Map.copyOf(attributes);
  }

  /**
   * Reads an order.
   *
   * @throws Refusal if it is none
   */
  public static RunOrder parse(String body) {
    JsonObject order = object(body);
    return new RunOrder(
        order.string("endpoint"),
        request(order),
        form(order.object("request").flatMap(request -> request.flag("stream"))),
        name(order, "conversation").map(name -> Map.of("conversation", name)).orElse(Map.of()),
        name(order, "client_id"));
  }

  /**
   * Reads the JSON object that a body must be.
   *
   * @throws Refusal if it is none
   */
  static JsonObject object(String body) {
    try {
      return JsonObject.read(body);
    } catch (MalformedJsonException malformed) {
      throw Refusal.badRequest("the body is no JSON object: " + malformed.getMessage());
    }
  }

  /** The request of an order, without the members that say how it is sent. */
  static ChatRequest request(JsonObject order) {
    JsonObject request =
        order
            .object("request")
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "the body has no 'request'; send"
                            + " {\"request\":{\"model\":…,\"messages\":[…]}}"));
    ChatRequest read = RequestJson.read(withoutForm(request));
    if (read.messages().isEmpty()) {
      throw Refusal.badRequest("the request has no 'messages'; send at least one");
    }
    return read;
  }

  /**
   * Whether a request with this member {@code stream} wants its answer in pieces; it does if not.
   */
  static Form form(Optional<Boolean> stream) {
    return stream.orElse(true) ? Form.STREAMED : Form.WHOLE;
  }

  private static String withoutForm(JsonObject request) {
    return JsonWriter.object(
        text ->
            request
                .members()
                .forEach(
                    (name, value) -> {
                      if (!OF_THE_ORDER.contains(name)) {
                        text.field(name, value);
                      }
                    }));
  }

  private static Optional<String> name(JsonObject order, String member) {
    Optional<String> name = order.string(member);
    if (name.filter(text -> text.length() > LONGEST_NAME || text.isEmpty()).isPresent()) {
      throw Refusal.badRequest("'" + member + "' is empty or longer than " + LONGEST_NAME);
    }
    return name;
  }
}
