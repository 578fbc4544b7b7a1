package io.sluice.simulator;

import io.sluice.simulator.chat.Answers;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAskReader;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.chat.ErrorBody;
import io.sluice.simulator.chat.InvalidRequest;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.chat.RecordedAnswer;
import io.sluice.simulator.fault.FaultedRequest;
import io.sluice.simulator.script.Rate;
import io.sluice.simulator.script.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Finds the answer to a request. Used on the one event loop. */
final class Router {
  private static final String CHAT = "/v1/chat/completions";
  private static final String MODELS = "/v1/models";
  private static final String MODEL =
      "{\"id\":\""
          + OfflineAnswers.MODEL
          + "\",\"object\":\"model\",\"created\":1735689600,\"owned_by\":\"sluice\"}";

  /** A request in another API gets the record like any other. */
  private static final String ANY =
      "{\"model\":\"recorded\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"\"}]}";

  private final Answers answers;
  private final RequestFaults faults;
  private final double rate;

  Router(Answers answers, RequestFaults faults, double rate) {
    this.answers = answers;
    this.faults = faults;
    this.rate = rate;
  }

  /**
   * The whole answer as a script.
   *
   * @param port the port that received the request
   * @param earlier the number of earlier requests on the same connection
   */
  Script answer(Received request, int port, long earlier) {
    int query = request.path().indexOf('?');
    String path = query < 0 ? request.path() : request.path().substring(0, query);
    return switch (path) {
      case "/" ->
          get(
              request,
              Documents.of(
                  200, Map.of("Content-Type", "text/plain; charset=utf-8"), welcome(port)));
      case CHAT ->
          request.method().equals("POST")
              ? chat(request, request.body(), port, earlier)
              : notAllowed(request, "POST");
      case MODELS ->
          get(request, Documents.json(200, "{\"object\":\"list\",\"data\":[" + MODEL + "]}"));
      case MODELS + "/" + OfflineAnswers.MODEL -> get(request, Documents.json(200, MODEL));
      default ->
          answers instanceof RecordedAnswer && request.method().equals("POST")
              ? chat(request, ANY, port, earlier)
              : notFound(request, path);
    };
  }

  /**
   * Answers a request.
   *
   * @param asked what it asks in OpenAI's format
   */
  private Script chat(Received request, String asked, int port, long earlier) {
    try {
      var wanted = faults.of(request.headers().getOrDefault("x-simulate", List.of()));
      ChatAsk ask = ChatAskReader.read(asked.getBytes(StandardCharsets.UTF_8));
      Script healthy = Rate.perSecond(answers.script(ask), rate);
      return wanted.play(healthy, new FaultedRequest(ask, answers, port, earlier));
    } catch (InvalidRequest e) {
      return Documents.error(400, e.body());
    } catch (IllegalArgumentException e) {
      return Documents.error(
          400, ErrorBody.of("X-Simulate: " + e.getMessage(), "invalid_request_error"));
    }
  }

  private static Script get(Received request, Script document) {
    return request.method().equals("GET") ? document : notAllowed(request, "GET");
  }

  private static Script notAllowed(Received request, String allowed) {
    String body =
        ErrorBody.of(
                "Not allowed: " + request.method() + " " + request.path() + "; use " + allowed,
                "invalid_request_error",
                "method_not_supported")
            .json();
    return Documents.of(
        405,
        Map.of("Content-Type", "application/json", "Allow", allowed),
        // The client would read a body as its next answer.
        request.method().equals("HEAD") ? "" : body);
  }

  private static Script notFound(Received request, String path) {
    String hint =
        CHAT.endsWith(path)
            ? "; the base URL ends in /v1"
            : "; there are " + CHAT + " and " + MODELS;
    String body =
        ErrorBody.of(
                "Unknown path: " + request.method() + " " + path + hint,
                "invalid_request_error",
                "unknown_url")
            .json();
    return Documents.of(
        404,
        Map.of("Content-Type", "application/json"),
        request.method().equals("HEAD") ? "" : body);
  }

  private static String welcome(int port) {
    return """
    This is the Sluice simulator, an OpenAI-compatible server that needs no key.

      base URL   http://127.0.0.1:%1$d/v1
      model      sluice-offline

      curl http://127.0.0.1:%1$d/v1/chat/completions -H 'Content-Type: application/json' \\
        -d '{"model":"sluice-offline","stream":true,"messages":[{"role":"user","content":"Write a haiku about coding."}]}'

    Add -H 'X-Simulate: cut=3' to see a stream break; docs/simulator.md lists what else can go wrong.
    """
        .formatted(port);
  }
}
