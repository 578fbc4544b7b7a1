package io.sluice.simulator;

import io.sluice.simulator.chat.Answers;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.chat.RecordedAnswer;
import io.sluice.simulator.fault.FaultedRequest;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.Rate;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.welcome.Welcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Finds the answer to a request. Mutable; used on the one event loop. */
final class Router {
  /** Stands for any request in an API or at a path of which only the record is known. */
  private static final RequestFields ANY =
      new RequestFields(
          "",
          Map.of(
              "model",
              "recorded",
              "stream",
              true,
              "messages",
              List.of(Map.of("role", "user", "content", ""))));

  private final Answers answers;
  private final RequestFaults faults;
  private final double rate;
  private final Welcome welcome;
  private OptionalLong began = OptionalLong.empty();

  Router(Answers answers, RequestFaults faults, double rate, Welcome welcome) {
    this.answers = answers;
    this.faults = faults;
    this.rate = rate;
    this.welcome = welcome;
  }

  /**
   * The whole answer as a script.
   *
   * @param port the port that received the request
   * @param earlier the number of earlier requests on the same connection
   */
  Script answer(Received request, int port, long earlier) {
    int mark = request.path().indexOf('?');
    String path = mark < 0 ? request.path() : request.path().substring(0, mark);
    String query = mark < 0 ? "" : request.path().substring(mark + 1);
    boolean posted = request.method().equals("POST");
    Optional<Api> api = Routes.api(path, query);
    if (api.isPresent() && !posted) {
      return notAllowed(request, path, "POST");
    }
    boolean recorded = answers instanceof RecordedAnswer && !path.equals(Routes.CHAT);
    if (posted && recorded) {
      Api form = api.orElse(Routes.openAi());
      return chat(request, form, () -> Routes.openAi().read(ANY), port, earlier);
    }
    return api.map(it -> chat(request, it, () -> it.read(fields(request)), port, earlier))
        .orElseGet(() -> document(request, path, port));
  }

  private Script document(Received request, String path, int port) {
    return welcome
        .at(path, request.header("Accept"), port)
        .or(() -> ModelDocuments.at(path, request).map(json -> Documents.json(200, json)))
        .map(found -> get(request, path, found))
        .orElseGet(() -> notFound(request, path));
  }

  /**
   * Answers a request.
   *
   * @param api the API that the answer is in
   * @param reading reads what is asked
   */
  private Script chat(
      Received request, Api api, Supplier<ChatAsk> reading, int port, long earlier) {
    if (began.isEmpty()) {
      began = OptionalLong.of(System.nanoTime());
    }
    try {
      var wanted = faults.of(request.headers().getOrDefault("x-simulate", List.of()));
      ChatAsk ask = reading.get();
      Script healthy = Rate.perSecond(answers.script(ask, api), rate);
      return wanted.play(
          healthy,
          new FaultedRequest(ask, api, answers, request.path(), port, earlier, began.getAsLong()));
    } catch (InvalidRequest e) {
      return Documents.json(400, api.refusedBody(400, e.body()));
    } catch (IllegalArgumentException e) {
      var error = ErrorBody.of("X-Simulate: " + e.getMessage(), "invalid_request_error");
      return Documents.json(400, api.refusedBody(400, error));
    }
  }

  private static RequestFields fields(Received request) {
    return RequestFields.of(request.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Script get(Received request, String path, Script document) {
    return request.method().equals("GET") ? document : notAllowed(request, path, "GET");
  }

  private static Script notAllowed(Received request, String path, String allowed) {
    var error =
        ErrorBody.of(
            "Not allowed: " + request.method() + " " + request.path() + "; use " + allowed,
            "invalid_request_error",
            "method_not_supported");
    return refusal(request, path, 405, Map.of("Allow", allowed), error);
  }

  private static Script notFound(Received request, String path) {
    String hint =
        Routes.CHAT.endsWith(path)
            ? "; the base URL ends in /v1"
            : "; there are " + Routes.CHAT + " and /v1/models, and the paths of other APIs";
    var error =
        ErrorBody.of(
            "Unknown path: " + request.method() + " " + path + hint,
            "invalid_request_error",
            "unknown_url");
    return refusal(request, path, 404, Map.of(), error);
  }

  private static Script refusal(
      Received request, String path, int status, Map<String, String> more, ErrorBody error) {
    var headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "application/json");
    String body = Routes.refusing(request, path).refusal(status, error);
    // After a HEAD, the client would read a body as its next answer.
    return Documents.of(status, headers, request.method().equals("HEAD") ? "" : body);
  }
}
