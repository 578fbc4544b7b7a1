package io.sluice.server.routes;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Picks the answer to a request by its method. For one request. */
final class Methods {

  private final Request request;

  private Methods(Request request) {
    this.request = request;
  }

  static Methods of(Request request) {
    return new Methods(request);
  }

  Reply get(Function<Request, Reply> answer) {
    return pick(Map.of("GET", answer));
  }

  Reply post(Function<Request, Reply> answer) {
    return pick(Map.of("POST", answer));
  }

  Reply getOrPost(Function<Request, Reply> get, Function<Request, Reply> post) {
    return pick(both("GET", get, "POST", post));
  }

  Reply getOrDelete(Function<Request, Reply> get, Function<Request, Reply> delete) {
    return pick(both("GET", get, "DELETE", delete));
  }

  private Reply pick(Map<String, Function<Request, Reply>> answers) {
    Function<Request, Reply> answer = answers.get(request.method());
    if (answer != null) {
      return answer.apply(request);
    }
    String allowed = String.join(", ", answers.keySet());
    return new Refusal(
            405,
            "wrong_method",
            "'" + request.path() + "' is not asked with " + request.method() + "; use " + allowed)
        .reply()
        .with("Allow", allowed);
  }

  private static Map<String, Function<Request, Reply>> both(
      String one, Function<Request, Reply> first, String other, Function<Request, Reply> second) {
    Map<String, Function<Request, Reply>> answers = new LinkedHashMap<>();
    answers.put(one, first);
    answers.put(other, second);
    return answers;
  }
}
