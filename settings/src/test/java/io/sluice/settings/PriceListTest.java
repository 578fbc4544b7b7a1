package io.sluice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.chat.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {
  private static final Prices MINI =
      Prices.parse("0.15/0.60").cached(new BigDecimal("0.075")).in("USD");

  @TempDir private Path folder;
  private Path own = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void make() throws IOException {
    own = Files.createDirectories(folder.resolve("home/.config/sluice")).resolve("sluice.yaml");
    project = Files.createDirectories(folder.resolve("project")).resolve("sluice.yaml");
  }

  @Test
  void pricesAreReadFromMembersOrInShort() throws IOException {
    Files.writeString(
        own,
        """
        prices:
          gpt-4o-mini: {input: 0.15, output: 0.60, cached: 0.075, currency: USD}
          gpt-4o: 2.5/10
        """);

    assertThat(load().prices().models())
        .containsExactly(
            new ModelPrices("gpt-4o", Prices.parse("2.5/10"), own + ":3"),
            new ModelPrices("gpt-4o-mini", MINI, own + ":2"));
  }

  @Test
  void theProjectsPriceOfAModelCountsMoreThanTheUsers() throws IOException {
    Files.writeString(own, "prices: {a: 1/1, b: 1/1}\n");
    Files.writeString(project, "prices: {b: 2/2}\n");

    assertThat(load().prices().of("a", "")).contains(Prices.parse("1/1"));
    assertThat(load().prices().of("b", "")).contains(Prices.parse("2/2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        "gpt-4o-mini-20240718",
        "gpt-4o-mini@20240718",
        "gpt-4o-mini-0718",
        "gpt-4o-mini-latest"
      })
  void aVersionOfAModelCostsWhatTheModelCosts(String name) throws IOException {
    Files.writeString(own, "prices: {gpt-4o-mini: 1/2, gpt-4o: 3/4}\n");

    assertThat(load().prices().of(name, "")).contains(Prices.parse("1/2"));
    assertThat(load().prices().of("", name)).contains(Prices.parse("1/2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-nano", "gpt-4", "openai/gpt-4o", "gpt-4o:free", "GPT-4O", ""})
  void anotherModelHasNoPrice(String name) throws IOException {
    Files.writeString(own, "prices: {gpt-4o: 3/4}\n");

    assertThat(load().prices().of(name, "")).isEmpty();
  }

  @Test
  void aPriceOfTheVersionItselfComesFirst() throws IOException {
    Files.writeString(own, "prices: {m: 1/1, m-2024-08-06: 2/2}\n");

    assertThat(load().prices().of("m-2024-08-06", "")).contains(Prices.parse("2/2"));
    assertThat(load().prices().of("m", "m-2024-08-06")).contains(Prices.parse("1/1"));
    assertThat(load().prices().of("deployment", "m-2024-08-06")).contains(Prices.parse("2/2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "m: cheap                         | m: prices are 'cheap'; give those of a million tokens,",
        "m: {input: 1}                    | m: 'output' is missing; give both input and output",
        "m: {input: 1, output: x}         | m: output: a price is 'x'; give that of a million",
        "m: {input: -1, output: 1}        | m: input: a price is '-1'; give that of a million",
        "m: {input: 1, output: 1, chd: 1} | m: unknown price 'chd'; known: cached, currency, input,",
        "m: {input: 1, output: 1, currency: 'a b'} | m: currency is 'a b'; use a word such as USD",
        "m: []                            | 'm' has no prices; write them like {input: 0.15, output",
        "m: {input: [1], output: 1}       | 'input' takes one value; write it behind the colon",
      })
  void whatIsNoPriceIsRefusedWithItsPlace(String yaml, String line) throws IOException {
    Files.writeString(own, "quiet: true\nprices:\n  " + yaml + "\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::load)
        .withMessageStartingWith(own + ":3: " + line);
  }

  private Settings load() {
    return Settings.load(
        Map.of("HOME", folder.resolve("home").toString()), project.resolveSibling(""));
  }
}
