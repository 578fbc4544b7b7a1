package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  @Test
  void aMillionTokensCostThePrice() {
    Prices prices = Prices.parse("0.15/0.60");

    assertThat(prices.cost(1_000_000, 0)).isEqualByComparingTo("0.15");
    assertThat(prices.cost(0, 1_000_000)).isEqualByComparingTo("0.6");
    assertThat(prices.cost(12, 7).toPlainString()).isEqualTo("0.000006");
  }

  @Test
  void tokensFromACacheHaveAPriceOfTheirOwn() {
    Prices prices = Prices.parse("2/8").cached(new BigDecimal("0.5"));

    assertThat(prices.cost(1_000_000, 400_000, 0)).isEqualByComparingTo("1.4");
    assertThat(prices.cost(1_000_000, 0)).isEqualByComparingTo("2");
  }

  @Test
  void withoutAPriceForTheCacheAllTokensCostTheSame() {
    assertThat(Prices.parse("2/8").cost(1_000_000, 400_000, 0)).isEqualByComparingTo("2");
  }

  @Test
  void noMoreTokensComeFromTheCacheThanThereAre() {
    Prices free = Prices.parse("2/8").cached(BigDecimal.ZERO);

    assertThat(free.cost(100, 1_000, 0)).isEqualByComparingTo("0");
    assertThat(free.cost(100, -5, 0)).isEqualByComparingTo("0.0002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cheap", "", "1", "1/", "/1", "-1/2", "1/2/3", "1e3/2", "1234567890/1"})
  void pricesAreTwoNumbers(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prices.parse(text))
        .withMessage(
            "prices are '" + text + "'; give those of a million tokens, such as 0.15/0.60");
  }
}
