package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.Utf8;
import io.sluice.wire.WireEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The collected framing cases, where their folder is given. */
@EnabledIfSystemProperty(named = "sluice.shared", matches = ".+")
class RecordedSseCasesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decodesAsTheStandardSays(Case each) throws IOException {
    var seen = new Seen();
    EventStreams.read(new ByteArrayInputStream(each.bytes()), seen::add);
    assertThat(seen.events).isEqualTo(each.events());
    assertThat(seen.comments).isEqualTo(each.comments());
    assertThat(seen.retry).isEqualTo(each.retry());
  }

  static Stream<Case> cases() throws IOException {
    Path file = Path.of(System.getProperty("sluice.shared"), "sse", "cases.jsonl");
    var mapper = new JsonMapper();
    // An id from an earlier connection is the reconnecting client's affair; there is none here.
    return Files.readAllLines(file).stream()
        .map(mapper::readTree)
        .filter(row -> !row.has("initial_last_event_id"))
        .map(Case::of);
  }

  private static final class Seen {
    private final List<String> events = new ArrayList<>();
    private int comments;
    private long retry = -1;

    void add(WireEvent event) {
      if (event instanceof WireEvent.Data data) {
        String text = Utf8.decode(data.bytes());
        events.add(line(data.type(), text, data.id()));
      } else if (event instanceof WireEvent.Comment) {
        comments++;
      } else if (event instanceof WireEvent.ReconnectionTime time) {
        retry = time.milliseconds();
      }
    }
  }

  record Case(String name, String base64, List<String> events, int comments, long retry) {

    static Case of(JsonNode row) {
      List<String> events = new ArrayList<>();
      for (JsonNode event : row.get("events")) {
        events.add(
            line(
                event.get("event").asString(),
                event.get("data").asString(),
                event.get("id").asString()));
      }
      JsonNode time = row.get("reconnection_time");
      return new Case(
          row.get("name").asString(),
          row.get("bytes_b64").asString(),
          events,
          row.get("comments").asInt(),
          time.isNull() ? -1 : new BigInteger(time.asString()).min(MAX).longValue());
    }

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private static String line(String type, String data, String id) {
    return type + "|" + data + "|" + id;
  }
}
