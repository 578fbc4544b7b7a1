package io.sluice.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenBurstsTest {

  @Test
  void severalTextsComeInOneChunkAfterAllTheirWaits() {
    List<Step> healthy =
        IntStream.range(0, 5)
            .boxed()
            .flatMap(i -> Stream.of(wait(10), chunk("content", "t" + i)))
            .toList();

    assertThat(played(new TokenBursts(Script.from(healthy.iterator()), 2)))
        .containsExactly(
            "wait 20",
            event("content", "t0t1"),
            "wait 20",
            event("content", "t2t3"),
            "wait 10",
            event("content", "t4"));
  }

  @Test
  void chunksOfAnotherKindAndOtherStepsStayApart() {
    Script healthy =
        Script.of(
            chunk("reasoning", "a"),
            chunk("reasoning", "b"),
            chunk("content", "c\\\"d"),
            chunk("content", "e"),
            Step.Last.END);

    assertThat(played(new TokenBursts(healthy, 4)))
        .containsExactly(event("reasoning", "ab"), event("content", "c\\\"de"), "END");
  }

  /** A pattern that goes back character by character would overflow the stack. */
  @Test
  void aLongTextIsReadToItsEnd() {
    String text = "a\\n".repeat(50_000);

    assertThat(played(new TokenBursts(Script.of(chunk("content", text), Step.Last.END), 1)))
        .containsExactly(event("content", text), "END");
  }

  private static Step wait(int millis) {
    return new Step.Wait(Duration.ofMillis(millis));
  }

  private static Step chunk(String name, String text) {
    return new Step.Event(Mark.CHUNK, StandardCharsets.UTF_8.encode(event(name, text)));
  }

  private static String event(String name, String text) {
    return "data: {\"id\":1,\"delta\":{\"" + name + "\":\"" + text + "\"},\"end\":null}\n\n";
  }

  private static List<String> played(Script script) {
    List<String> steps = new ArrayList<>();
    while (script.hasNext()) {
      Step step = script.next();
      if (step instanceof Step.Event event) {
        steps.add(StandardCharsets.UTF_8.decode(event.bytes().duplicate()).toString());
      } else if (step instanceof Step.Wait wait) {
        steps.add("wait " + wait.duration().toMillis());
      } else {
        steps.add(step.toString());
      }
    }
    return steps;
  }
}
