package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Streams that share parsers must not hear of each other. */
class ChunkReadersTest {

  private final ChunkReaders readers = new ChunkReaders();
  private final ChunkReader one = readers.reader();
  private final ChunkReader other = readers.reader();

  @Test
  void eachStreamNumbersItsOwnToolCalls() {
    assertThat(index(one, "a")).isZero();
    assertThat(index(other, "b")).isZero();
    assertThat(index(one, "c")).isEqualTo(1);
    assertThat(index(other, "d")).isEqualTo(1);
  }

  @Test
  void eachStreamHasItsOwnOrigin() {
    Chunk first = read(one, "{\"id\":\"one\",\"choices\":[]}");
    read(other, "{\"id\":\"other\",\"choices\":[]}");

    assertThat(read(one, "{\"id\":\"one\"}").origin()).isSameAs(first.origin());
  }

  @Test
  void eachStreamDecidesForItselfWhetherAMessageIsTheAnswer() {
    read(one, "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}");

    String message = "{\"choices\":[{\"message\":{\"content\":\"whole\"}}]}";
    assertThat(read(one, message).text()).isEmpty();
    assertThat(read(other, message).text()).isEqualTo("whole");
  }

  @Test
  void aParserThatStumbledServesNobodyElse() {
    assertThatThrownBy(() -> read(one, "{\"id\":[1,")).isInstanceOf(MalformedJsonException.class);

    assertThat(read(other, "{\"id\":\"x\"}").origin().id()).isEqualTo("x");
  }

  @Test
  void anErrorIsThatOfTheStreamWhichReportedIt() {
    read(one, "{\"error\":\"overloaded\"}");
    read(other, "{\"choices\":[]}");

    assertThat(one.error()).isPresent();
    assertThat(other.error()).isEmpty();
  }

  private static int index(ChunkReader reader, String id) {
    String call = "{\"id\":\"" + id + "\",\"function\":{\"name\":\"f\"}}";
    Chunk chunk = read(reader, "{\"choices\":[{\"delta\":{\"tool_calls\":[" + call + "]}}]}");
    return ((Delta.ToolCall) chunk.deltas().get(0)).index();
  }

  private static Chunk read(ChunkReader reader, String payload) {
    return reader.read(payload, Duration.ZERO, kind -> {});
  }
}
