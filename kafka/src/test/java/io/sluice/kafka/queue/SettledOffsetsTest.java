package io.sluice.kafka.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettledOffsetsTest {

  @Test
  void whatWasWrittenIsRead() {
    var random = new Random(1);
    for (int round = 0; round < 500; round++) {
      long first = random.nextInt(1_000_000);
      Set<Long> chosen = new TreeSet<>();
      var settled = new SettledOffsets();
      for (int i = random.nextInt(300); i > 0; i--) {
        long offset = first + 1 + random.nextInt(1_000);
        chosen.add(offset);
        settled.add(offset);
      }

      SettledOffsets read = SettledOffsets.read(first, settled.write(first));

      assertThat(LongStream.range(first - 10, first + 1_010).filter(read::contains).boxed())
          .containsExactlyElementsOf(chosen);
    }
  }

  @Test
  void rangesAreShortAndWhatIsBeforeTheFirstIsLeftOut() {
    SettledOffsets settled = with(LongStream.range(0, 100).filter(at -> at != 40 && at != 60));

    assertThat(settled.write(40)).isEqualTo("sluice1:1.j,1.13");
    assertThat(settled.write(100)).isEmpty();
  }

  @Test
  void aGapThatIsFilledJoinsItsNeighbours() {
    SettledOffsets settled = with(LongStream.of(5, 7, 6, 6));

    assertThat(settled.write(4)).isEqualTo("sluice1:1.3");
  }

  @Test
  void whatIsForgottenIsBeforeTheFirst() {
    SettledOffsets settled = with(LongStream.of(1, 2, 4, 6));

    settled.forgetBefore(5);

    assertThat(LongStream.range(0, 10).filter(settled::contains)).containsExactly(6L);
  }

  @Test
  void aMillionBehindOneThatIsSlowTakeOneRange() {
    assertThat(with(LongStream.range(1, 1_000_000)).write(0)).isEqualTo("sluice1:1.lflr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host-17",
        "sluice1:",
        "sluice1:1",
        "sluice1:!.2",
        "sluice1:1.0",
        "sluice1:-1.2",
        "sluice1:1.2,",
        "sluice1:1y2p0ij32e8e7.1y2p0ij32e8e7"
      })
  void textOfOthersSaysNothing(String text) {
    assertThat(SettledOffsets.read(5, text).write(0)).isEmpty();
  }

  @Test
  void asManyAsMayBeUnderWayFitWhatABrokerTakes() {
    assertThat(with(LongStream.range(0, 600).filter(at -> at % 2 == 1)).write(0))
        .hasSizeLessThan(2_500);
  }

  private static SettledOffsets with(LongStream offsets) {
    var settled = new SettledOffsets();
    offsets.forEach(settled::add);
    return settled;
  }
}
