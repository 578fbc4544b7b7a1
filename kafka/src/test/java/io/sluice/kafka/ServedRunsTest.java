package io.sluice.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.Server;
import io.sluice.testkit.ScriptedTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that show what runs elsewhere. */
@ExtendWith(BrokerOfAllTests.class)
class ServedRunsTest {

  /** How long a worker may be silent; longer than a busy machine holds one up. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final Pattern ID = Pattern.compile("(?m)^id: (\\d+)$");

  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void aBrowserGoesOnAtAnotherServer(TestBroker broker) throws Exception {
    broker.topic("served", 2);
    try (var worker = new RecordWriter(broker, "served", "served-1");
        Server one = server(broker, Duration.ofMinutes(1));
        Server other = server(broker, Duration.ofMinutes(1))) {
      worker.open().text(1, "All ");
      assertThat(firstChunk(one, "served-1")).contains("All ");
      worker.text(2, "is well.").end(3);

      String rest = events(other, "served-1:2");

      assertThat(numbers(rest)).containsExactly("3", "4");
      assertThat(rest).contains("is well.", "\"status\":\"completed\"");
    }
  }

  @Tag("thorough")
  @Test
  void aRunWhoseWorkerIsKilledEndsTruncatedAndGoesOnElsewhereWithoutLoss(TestBroker broker)
      throws Exception {
    broker.topic("killed", 2);
    try (var worker = new RecordWriter(broker, "killed", "killed-1");
        Server one = server(broker, SILENCE);
        Server other = server(broker, SILENCE)) {
      worker.open().text(1, "All ").text(2, "is ");

      String seen = events(one, "killed-1");
      String rest = events(other, "killed-1:2");

      assertThat(numbers(seen)).containsExactly("1", "2", "3", "4");
      assertThat(seen).contains("All ", "is ", "\"status\":\"truncated\"");
      assertThat(numbers(rest)).containsExactly("3", "4");
      assertThat(rest).contains("is ", "\"status\":\"truncated\"");
    }
  }

  private static Server server(TestBroker broker, Duration silence) {
    KafkaRuns runs =
        KafkaRuns.of(Map.of("bootstrap.servers", broker.servers())).idleTimeout(silence);
    return Server.builder("none", ScriptedTransport.answering("no"))
        .remote(id -> runs.topic(id.startsWith("served") ? "served" : "killed").follow(id))
        .start();
  }

  /** The events of a run until the server ends them. */
  private String events(Server server, String place) throws IOException, InterruptedException {
    return browser.send(request(server, place), BodyHandlers.ofString()).body();
  }

  /** The first chunk that a viewer gets, who leaves then. */
  private String firstChunk(Server server, String place) throws IOException, InterruptedException {
    InputStream body = browser.send(request(server, place), BodyHandlers.ofInputStream()).body();
    try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      String line = lines.readLine();
      while (!line.contains("\"type\":\"chunk\"")) {
        line = lines.readLine();
      }
      return line;
    }
  }

  private static HttpRequest request(Server server, String place) {
    return HttpRequest.newBuilder(URI.create(server.uri() + "/api/events?run=" + place))
        .header("Authorization", "Bearer " + server.token().orElseThrow())
        .build();
  }

  private static List<String> numbers(String events) {
    return ID.matcher(events).results().map(line -> line.group(1)).toList();
  }
}
