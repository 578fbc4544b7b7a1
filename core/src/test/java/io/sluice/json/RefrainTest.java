package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Irregularity.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparing bytes must give what parsing them gives, whatever a stream says. */
class RefrainTest {

  private static final String[] TEXTS = {
    "",
    " river",
    "é",
    "静",
    "\\n\\t\\b\\f\\r\\/",
    "\\\"",
    "\\u00e9",
    "\\u00FF\\ud83d",
    "🌊",
    "a\\\\",
    "{",
    "\",\"x\":\""
  };

  private static final String[] DELTAS = {
    "{\"content\":\"%s\"}",
    "{\"content\":\"%s\"}",
    "{\"content\":\"%s\"}",
    "{\"role\":\"assistant\",\"content\":\"%s\"}",
    "{\"reasoning\":\"%s\"}",
    "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}",
    "{\"content\":\"x\",\"note\":\"%s\"}",
    "{\"content\":7,\"note\":\"%s\"}",
    "{\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"%s\"}}]}",
    "{\"content\":\"x\"},\"message\":{\"content\":\"%s\"}",
    "{}"
  };

  private static final String[] ENDS = {
    "\"obfuscation\":\"%s\"",
    "\"obfuscation\":\"%s\"",
    "\"obfuscation\":\"%s\"",
    "\"usage\":{\"total_tokens\":3},\"x\":\"%s\"",
    "\"error\":\"%s\"",
    "\"tier\":null"
  };

  @Test
  void whateverAStreamSaysItsChunksAreThoseThatParsingGives() {
    for (int seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      var reader = new ChunkReader();
      var parsed = new ChunkMembers();
      var remembered = new ReaderState(ReaderState.UNKNOWN_CHOICES);
      for (int i = 0; i < 12; i++) {
        String payload = payload(random);
        List<Kind> remarks = new ArrayList<>();
        List<Kind> expectedRemarks = new ArrayList<>();
        Chunk chunk = reader.read(lent(payload, random), Duration.ZERO, remarks::add);
        Chunk expected =
            parsed.read(Payload.of(payload), remembered, Duration.ZERO, expectedRemarks::add);

        assertThat(chunk).as("%d: %s", seed, payload).isEqualTo(expected);
        assertThat(remarks).as("%d: %s", seed, payload).isEqualTo(expectedRemarks);
        assertThat(reader.error()).isEqualTo(parsed.draft().error());
      }
    }
  }

  @Test
  void whatRepeatsIsNotParsed() {
    var reader = new ChunkReader();
    Chunk first = read(reader, chunk("a"));
    Chunk second = read(reader, chunk("b"));

    assertThat(second.text()).isEqualTo("b");
    assertThat(second.origin()).isSameAs(first.origin());
    assertThat(second.deltas().get(1)).isSameAs(first.deltas().get(1));
  }

  @Test
  void aStringThatIsNotClosedIsNoRefrain() {
    var reader = new ChunkReader();
    read(reader, chunk("a"));

    assertThat(read(reader, chunk("say \\\"b\\\"")).text()).isEqualTo("say \"b\"");
    assertThat(read(reader, chunk("c")).deltas()).contains(new Delta.Text(0, "c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x", "\\u12", "\\u12g4", "\\uＡ123", "\\", "a\tb"})
  void whatIsNoStringIsMalformedAlsoInARefrain(String bad) {
    var reader = new ChunkReader();
    read(reader, chunk("a"));

    assertThatThrownBy(() -> read(reader, chunk(bad))).isInstanceOf(MalformedJsonException.class);
  }

  private static String payload(Random random) {
    String delta = String.format(pick(random, DELTAS), pick(random, TEXTS));
    String end = String.format(pick(random, ENDS), pick(random, TEXTS));
    String finish = random.nextInt(12) == 0 ? "\"stop\"" : "null";
    String id = random.nextInt(20) == 0 ? "other" : "id";
    return "{\"id\":\""
        + id
        + "\",\"fingerprint\":\"fp\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finish
        + "}],"
        + end
        + "}";
  }

  /** At any place of a buffer, on the heap or not. */
  private static ByteBuffer lent(String payload, Random random) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    int before = random.nextInt(3);
    int capacity = before + bytes.length + random.nextInt(3);
    ByteBuffer buffer =
        random.nextBoolean() ? ByteBuffer.allocate(capacity) : ByteBuffer.allocateDirect(capacity);
    return buffer.position(before).put(bytes).flip().position(before);
  }

  private static String pick(Random random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String chunk(String text) {
    return "{\"id\":\"i\",\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}],\"tier\":\"t\"}";
  }

  private static Chunk read(ChunkReader reader, String payload) {
    return reader.read(payload, Duration.ZERO, kind -> {});
  }
}
