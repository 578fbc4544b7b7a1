package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.Repetition.Figure;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An event that is recognised says what it would say if it were parsed. */
class RepeatedEventsTest {

  private static final List<String> WORDS =
      List.of(
          "a",
          " the",
          "é",
          "漢字",
          "\\n",
          "\\u00e9x",
          "\\\"q\\\"",
          "",
          "\\x",
          "\\u12",
          "tab\t",
          "😀");
  private static final List<String> NUMBERS =
      List.of("0", "7", "12", "01", "1.5", "-3", "1e2", "9999999999999999");
  private static final Repetition REPETITION =
      Repetition.of("text", "padding", "number")
          .with("usage", Map.of("out", Figure.COMPLETION, "all", Figure.TOTAL));

  private final RepeatedEvents events = new RepeatedEvents();
  private final List<String> repeated = new ArrayList<>();

  @Test
  void recognisedEventsAreAsIfTheyWereParsed() {
    var random = new Random(7);
    int recognised = 0;
    for (int i = 0; i < 5_000; i++) {
      String json = json(random);
      ByteBuffer payload = StandardCharsets.UTF_8.encode(json);
      Optional<Chunk> found = events.read("t", payload, Duration.ZERO);
      if (found.isPresent()) {
        recognised++;
        assertThat(found).contains(parsed(json));
        assertThat(found.get().jsonLength()).isEqualTo(json.length());
        assertThat(payload.hasRemaining()).isFalse();
        assertThat(repeated).endsWith(((Delta.Text) found.get().deltas().get(0)).text());
      } else {
        assertThat(payload.position()).isZero();
        learn(json, payload);
      }
    }
    assertThat(recognised).isGreaterThan(500);
  }

  private void learn(String json, ByteBuffer payload) {
    try {
      events.learn("t", payload, parsed(json), REPETITION, repeated::add);
    } catch (MalformedJsonException unreadable) {
      events.forget();
    }
  }

  @Test
  void anEventOfAnotherTypeOrFormIsParsed() {
    learn("{\"text\":\"a\",\"usage\":{}}", bytes("{\"text\":\"a\",\"usage\":{}}"));

    assertThat(read("t", "{\"text\":\"b\",\"usage\":{}}")).isPresent();
    assertThat(read("u", "{\"text\":\"b\",\"usage\":{}}")).isEmpty();
    assertThat(read("t", "{\"text\":\"b\",\"usage\":null}")).isEmpty();
    assertThat(read("t", "{\"text\":\"b\",\"usage\":{}} ")).isEmpty();
    assertThat(read("t", "{\"text\":\"b\",\"usage\":{}")).isEmpty();
    events.forget();
    assertThat(read("t", "{\"text\":\"a\",\"usage\":{}}")).isEmpty();
  }

  @Test
  void anEventWithTwoTextsOrAnotherDeltaIsNotLearned() {
    String two = "{\"text\":\"a\",\"inner\":{\"text\":\"a\"},\"usage\":{}}";
    learn(two, bytes(two));
    assertThat(read("t", two)).isEmpty();

    Chunk role =
        ChunkBuilder.of(new Delta.Role(0, io.sluice.chat.Role.ASSISTANT), new Delta.Text(0, "a"))
            .payload("{\"text\":\"a\"}")
            .build();
    events.learn("t", bytes("{\"text\":\"a\"}"), role, REPETITION, repeated::add);
    assertThat(read("t", "{\"text\":\"a\"}")).isEmpty();
  }

  private Optional<Chunk> read(String type, String json) {
    return events.read(type, bytes(json), Duration.ZERO);
  }

  private static ByteBuffer bytes(String json) {
    return StandardCharsets.UTF_8.encode(json);
  }

  private static String json(Random random) {
    String figures = "{\"in\":5,\"out\":" + number(random) + ",\"more\":[{\"out2\":1}],\"all\":";
    String form = random.nextInt(40) == 0 ? " " : "";
    return "{\"a\":[\"é\",{}],"
        + form
        + "\"text\" : \""
        + WORDS.get(random.nextInt(random.nextInt(4) == 0 ? WORDS.size() : 4))
        + "\",\"number\":"
        + number(random)
        + ",\"padding\":\""
        + "x".repeat(random.nextInt(5))
        + "\",\"usage\":"
        + figures
        + number(random)
        + "},\"z\":null}";
  }

  private static String number(Random random) {
    return NUMBERS.get(random.nextInt(random.nextInt(9) == 0 ? NUMBERS.size() : 3));
  }

  private static Chunk parsed(String json) {
    JsonObject object = JsonObject.read(json);
    JsonObject figures = object.object("usage").orElseThrow();
    Usage.Builder usage = Usage.builder(object.value("usage").map(JsonValue::json).orElseThrow());
    figures.wholeNumber("in").ifPresent(usage::promptTokens);
    figures.wholeNumber("out").ifPresent(usage::completionTokens);
    figures.wholeNumber("all").ifPresent(usage::totalTokens);
    return ChunkBuilder.of(
            new Delta.Text(0, object.string("text").orElse("")),
            new Delta.Other(0, Delta.Place.CHUNK, "a", new Json("[\"é\",{}]"), Delta.Fold.LAST))
        .usage(usage.build())
        .payload(json)
        .build();
  }
}
