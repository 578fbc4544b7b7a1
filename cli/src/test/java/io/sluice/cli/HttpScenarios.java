package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.response;
import static io.sluice.cli.WireScenario.row;

import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import java.util.List;

/** Answers that are no stream, and statuses that are no success. */
final class HttpScenarios {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String ERROR =
      "{\"error\":{\"message\":\"not like this\",\"type\":\"t\",\"code\":\"c\",\"param\":null}}";
  private static final String WHOLE =
      "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
          + "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},"
          + "\"finish_reason\":\"stop\"}]}";

  static final List<WireScenario> ROWS =
      List.of(
          refused(400, JSON, ERROR, 1, "not like this"),
          refused(401, JSON, ERROR, 6, "not like this"),
          refused(403, JSON, "{\"error\":\"not like this\"}", 6, "not like this"),
          refused(404, JSON, "{\"detail\":\"not like this\"}", 1, "not like this"),
          refused(
              422,
              JSON,
              "{\"object\":\"error\",\"message\":\"not like this\",\"code\":422}",
              1,
              "not like this"),
          refused(429, JSON, ERROR, 7, "not like this"),
          refused(500, "Content-Type: application/octet-stream\r\n", ERROR, 1, "not like this"),
          refused(
              502,
              "Content-Type: text/html\r\n",
              "<html><head><title>502 Bad Gateway</title></head></html>",
              1,
              "502 Bad Gateway"),
          refused(503, "", "", 1, "503"),
          refused(
              504, "Content-Type: text/plain\r\n", "upstream timed out", 1, "upstream timed out"),
          row("an explanation that is cut off")
              .sends("HTTP/1.1 400 X\r\nContent-Length: 900\r\n\r\n" + ERROR)
              .ends(Status.FAILED, 1)
              .saying("not like this"),
          row("a redirect to another origin")
              .sends(response(307, "Location: https://elsewhere.example/v1\r\n", ""))
              .ends(Status.FAILED, 1)
              .saying("redirects to https://elsewhere.example, which is not followed"),
          row("a redirect to another path")
              .sends(response(302, "Location: /login\r\n", ""))
              .ends(Status.FAILED, 1)
              .saying("not followed"),
          row("a web page with 200")
              .sends(
                  response(
                      200, "Content-Type: text/html\r\n", "<!doctype html><title>Log in</title>"))
              .ends(Status.FAILED, 1)
              .saying("the web page 'Log in' instead of a stream"),
          row("a web page that says it is a stream")
              .sends(HEAD + "<!doctype html><title>Log in</title>")
              .ends(Status.FAILED, 1)
              .saying("web page"),
          row("an error as JSON with 200")
              .sends(response(200, JSON, ERROR))
              .ends(Status.FAILED, 1)
              .saying("not like this"),
          row("JSON that is nothing of ours with 200")
              .sends(response(200, JSON, "{\"ok\":true}"))
              .ends(Status.FAILED, 1)
              .saying("no stream"),
          row("a whole completion though a stream was asked for")
              .sends(response(200, JSON, WHOLE))
              .text("Hello")
              .finish("stop")
              .chunks(1)
              .remark(Kind.WHOLE_ANSWER),
          row("a whole completion that says it is a stream")
              .sends(HEAD + WHOLE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.WHOLE_ANSWER),
          row("a stream that says it is JSON")
              .sends(HEAD.replace("text/event-stream", "application/json") + HELLO + DONE)
              .text("Hello")
              .finish("stop"),
          row("a stream that says nothing of what it is")
              .sends(HEAD.replace("Content-Type: text/event-stream\r\n", "") + HELLO + DONE)
              .text("Hello")
              .finish("stop"),
          row("an interim response first")
              .sends("HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n" + HEAD + HELLO + DONE)
              .text("Hello")
              .finish("stop"),
          row("HTTP/1.0")
              .sends("HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + HELLO + DONE)
              .text("Hello")
              .finish("stop"),
          retried("Retry-After: 0\r\n", 429, 1, ERROR),
          retried("retry-after-ms: 1\r\n", 503, 1, ""),
          retried("Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n", 408, 1, ""),
          retried("Retry-After: 0\r\n", 409, 1, ""),
          row("a wait of more than a minute is not waited for")
              .sends(response(429, "Retry-After: 61\r\n", ""))
              .retried(1)
              .attempts(1)
              .ends(Status.FAILED, 7),
          row("a spent quota is not tried again")
              .sends(
                  response(
                      429, "Retry-After: 0\r\n", ERROR.replace("\"c\"", "\"insufficient_quota\"")))
              .retried(1)
              .attempts(1)
              .ends(Status.FAILED, 7),
          row("a bad request is not tried again")
              .sends(response(400, "Retry-After: 0\r\n", ERROR))
              .retried(1)
              .attempts(1)
              .ends(Status.FAILED, 1),
          row("stream_options are left out once they were refused")
              .sends(
                  response(
                      400, JSON, ERROR.replace("not like", "unknown field stream_options, like")))
              .sends(HEAD + HELLO + DONE)
              .attempts(2)
              .text("Hello")
              .finish("stop"));

  private HttpScenarios() {}

  private static WireScenario refused(
      int status, String fields, String body, int code, String words) {
    return row("status " + status)
        .sends(response(status, fields, body))
        .ends(Status.FAILED, code)
        .saying(words)
        .chunks(0);
  }

  private static WireScenario retried(String fields, int status, int times, String body) {
    return row("status " + status + " with " + fields.strip() + " is tried again")
        .sends(response(status, fields, body))
        .sends(HEAD + HELLO + DONE)
        .retried(times)
        .text("Hello")
        .finish("stop");
  }
}
