package io.sluice.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopTextTest {

  @Test
  void aStopTextIsFoundUnderEverySplit() {
    var random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      String text = letters(random, 30);
      List<String> stops = List.of(letters(random, 3), letters(random, 5));
      var stop = new StopText(stops);
      var told = new StringBuilder();
      int at = 0;
      while (at < text.length() && !stop.met()) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(4));
        told.append(stop.add(text.substring(at, end)));
        at = end;
      }
      told.append(stop.rest());

      int first = stops.stream().mapToInt(text::indexOf).filter(i -> i >= 0).min().orElse(-1);
      assertThat(stop.met()).isEqualTo(first >= 0);
      // Of two that overlap, the one complete first is met; what is told never holds either.
      assertThat(text).startsWith(told.toString());
      assertThat(stops).noneMatch(met -> told.indexOf(met) >= 0);
      if (first < 0) {
        assertThat(told).hasToString(text);
      }
    }
  }

  private static String letters(Random random, int length) {
    var letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(3)));
    }
    return letters.toString();
  }
}
