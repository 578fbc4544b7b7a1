package io.sluice.kafka.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SettledOffsetsTest {

  @Test
  void whatWasWrittenIsRead() {
    var random = new Random(1);
    for (int round = 0; round < 500; round++) {
      long first = random.nextInt(1_000_000);
      NavigableSet<Long> settled = new TreeSet<>();
      for (int i = random.nextInt(300); i > 0; i--) {
        settled.add(first + random.nextInt(1_000));
      }
      String text = SettledOffsets.write(first, settled);

      assertThat(SettledOffsets.read(first, text)).isEqualTo(settled);
    }
  }

  @Test
  void rangesAreShortAndWhatIsBeforeTheFirstIsLeftOut() {
    var settled = new TreeSet<Long>();
    for (long offset = 0; offset < 100; offset++) {
      settled.add(offset);
    }
    settled.remove(40L);
    settled.remove(60L);

    assertThat(SettledOffsets.write(40, settled)).isEqualTo("sluice1:1.j,1.13");
    assertThat(SettledOffsets.write(100, settled)).isEmpty();
  }

  @Test
  void textOfOthersSaysNothing() {
    for (String text : new String[] {"", "host-17", "sluice1:", "sluice1:1", "sluice1:!.2"}) {
      assertThat(SettledOffsets.read(5, text)).isEmpty();
    }
  }

  @Test
  void asManyAsMayBeUnderWayFitWhatABrokerTakes() {
    var settled = new TreeSet<Long>();
    for (long offset = 0; offset < 600; offset++) {
      if (offset % 2 == 1) {
        settled.add(offset);
      }
    }

    assertThat(SettledOffsets.write(0, settled)).hasSizeLessThan(2_500);
  }
}
