package io.sluice.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventCutterTest {

  private static List<Step> cut(String text) {
    return EventCutter.cut(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Step step) {
    ByteBuffer bytes =
        step instanceof Step.Event event ? event.bytes() : ((Step.Body) step).bytes();
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }

  @Test
  void piecesJoinedAreTheBytes() {
    var random = new Random(11);
    String[] parts = {"data: {}", "data:", "\n", "\r\n", "\r", ": a", "x", "\n\n", "\uFEFF", "😀"};
    for (int round = 0; round < 5000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      var joined = new ByteArrayOutputStream();
      cut(text.toString()).forEach(step -> joined.writeBytes(bytes(step)));
      assertThat(joined.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
    }
  }

  @Test
  void eventsAreKnownForWhatTheyAre() {
    List<Step> steps =
        cut(
            """
            : a comment

            data: {"choices":[{"delta":{"content":"a"},"finish_reason":null}]}

            data: {"choices":[{"delta":{},"finish_reason": "stop"}]}

            data: {"choices": [], "usage": {"total_tokens":1}}

            data: [DONE]

            """);

    assertThat(steps.get(0)).isInstanceOf(Step.Body.class);
    assertThat(steps.subList(1, 5))
        .extracting(step -> ((Step.Event) step).mark())
        .containsExactly(Mark.CHUNK, Mark.FINISH, Mark.USAGE, Mark.DONE);
  }
}
