package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.pace.SendNeed;
import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchEndTest {
  private static final SendNeed NEED = new SendNeed(2, 0);

  private final BatchSettings settings = new BatchSettings();
  private final BatchEnd end = new BatchEnd(settings);

  @Test
  void aSecondRequestToStopMayOnlyShortenTheGrace() {
    settings.control.finishWithin(Duration.ofMinutes(1));
    end.asked(0);
    settings.control.finishWithin(Duration.ofMinutes(2));
    end.asked(1);
    assertThat(end.isGraceOver(Duration.ofMinutes(1).toNanos())).isTrue();
    assertThat(end.isGraceOver(2)).isFalse();

    settings.control.stop();
    end.asked(2);

    assertThat(end.isGraceOver(2)).isTrue();
  }

  @Test
  void aBatchThatEndsAnywayCanBeStopped() {
    end.outOfPatience();
    settings.control.stop();

    end.asked(3);

    assertThat(end.isGraceOver(3)).isTrue();
    assertThat(end.stop()).hasValue(BatchStop.OUT_OF_PATIENCE);
  }

  @Test
  void whatIsSetAsideForRowsUnderWayIsWaitedFor() {
    settings.mostCost = Optional.of(BigDecimal.valueOf(3));
    settings.prices = model -> Optional.of(Prices.of(new BigDecimal("1000000"), BigDecimal.ZERO));
    var tally = new BatchTally(settings.prices, Optional.empty(), 0);
    PendingRow first = row();
    first.sent(NEED, 0);

    assertThat(end.allows(row(), NEED, tally, Set.of(first))).isFalse();
    assertThat(end.stop()).isEmpty();

    tally.tokens("m", 2, 2, 0);
    assertThat(end.allows(row(), NEED, tally, Set.of())).isFalse();
    assertThat(end.stop()).hasValue(BatchStop.COST);
  }

  @Test
  void aLimitOfCostAllowsNoModelWithoutAPrice() {
    settings.mostCost = Optional.of(BigDecimal.ONE);
    var tally = new BatchTally(settings.prices, Optional.empty(), 0);

    assertThat(end.allows(row(), NEED, tally, Set.of())).isFalse();
    assertThat(end.reason())
        .isEqualTo("the model 'm' has no price, so the limit of cost cannot be kept");
  }

  private static PendingRow row() {
    ChatRequest request = ChatRequest.of("m", "Hi");
    return new PendingRow(Row.of("a", request), request, "", new RowMeter.Count(2, true));
  }
}
