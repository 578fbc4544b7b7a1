package io.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code sluice serve} on a thread of its own, with a client; ended as by a signal. */
final class Serving implements AutoCloseable {
  private static final int MOST_SECONDS = 50;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Interruption interruption = new Interruption();
  private final Printed out = new Printed();
  private final CompletableFuture<Sluice.Ran> ran;

  private Serving(Sluice sluice, String... flags) {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
    words.addAll(List.of(flags));
    ran =
        CompletableFuture.supplyAsync(
            () -> sluice.run(out, interruption, words.toArray(String[]::new)),
            task -> new Thread(task, "serving").start());
    ran.whenComplete((result, broken) -> out.said.countDown());
  }

  /** Starts it on a free port, and waits until it says where it is. */
  static Serving start(Sluice sluice, String... flags) throws InterruptedException {
    var serving = new Serving(sluice, flags);
    assertThat(serving.out.said.await(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(serving.lines()).as("what it prints, unless it failed: " + serving.ran).isNotEmpty();
    return serving;
  }

  /** The lines on its stdout. */
  List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  /** The token of the link that it printed. */
  String token() {
    return lines().get(0).replaceFirst(".*#t=", "");
  }

  /** Where it is asked. */
  String url() {
    return lines().get(0).replaceFirst("/(#.*)?$", "");
  }

  /** Gets what is there, with the token that was printed. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return getAs(token(), path);
  }

  /** Gets what is there, with another token. */
  HttpResponse<String> getAs(String token, String path) throws IOException, InterruptedException {
    return http.send(request(token, path).build(), BodyHandlers.ofString());
  }

  /** Sends that there, with the token that was printed. */
  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return postAs(token(), path, body);
  }

  /** Sends that there, with another token, or with a key of an endpoint. */
  HttpResponse<String> postAs(String token, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        request(token, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(URI.create(url() + path))
        .header("Authorization", "Bearer " + token);
  }

  /** Starts a run with that question; its id. */
  String run(String question, String... members) throws IOException, InterruptedException {
    HttpResponse<String> reply = post("/api/runs", order(question, members));
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
    return JsonObject.read(reply.body()).string("id").orElseThrow();
  }

  /** The body that orders a run. */
  static String order(String question, String... members) {
    String request =
        "\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";
    return "{"
        + String.join(",", members)
        + (members.length > 0 ? "," : "")
        + request.formatted(question)
        + "}";
  }

  /** Follows a run until its first chunk is there. */
  void untilChunk(String run) throws IOException, InterruptedException {
    HttpRequest events = request(token(), "/api/events?run=" + run).build();
    try (Stream<String> lines = http.send(events, BodyHandlers.ofLines()).body()) {
      assertThat(lines.anyMatch("event: chunk"::equals)).isTrue();
    }
  }

  /** All events of a run, to its end. */
  String follow(String run) throws IOException, InterruptedException {
    return get("/api/events?run=" + run).body();
  }

  /** The names of the endpoints that it offers, in order. */
  List<String> endpoints() throws IOException, InterruptedException {
    return JsonObject.read(get("/api/about").body()).elements("endpoints").orElseThrow().stream()
        .map(each -> each.object().orElseThrow().string("name").orElseThrow())
        .toList();
  }

  /** Ends it as Ctrl-C does; what became of it. */
  Sluice.Ran interrupt() {
    interruption.raise(ExitCode.INTERRUPTED);
    return ran.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    interrupt();
  }

  /** Tells when the first line is there. */
  private static final class Printed extends ByteArrayOutputStream {
    private final CountDownLatch said = new CountDownLatch(1);

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      said.countDown();
    }
  }
}
