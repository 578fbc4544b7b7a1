package io.sluice.settings;

import io.sluice.chat.Prices;
import io.sluice.settings.YamlPiece.Member;
import io.sluice.settings.YamlPiece.Members;
import io.sluice.settings.YamlPiece.Text;
import io.sluice.text.NearestName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a settings file says of the prices of a model; refuses in one line with the place. */
final class PriceReader {
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";
  private static final String CACHED = "cached";
  private static final String CURRENCY = "currency";
  private static final List<String> WORDS = List.of(INPUT, OUTPUT, CACHED, CURRENCY);
  private static final Pattern CURRENCY_NAME = Pattern.compile("\\p{L}{1,12}|\\p{Sc}");

  private final String model;
  private final Members said;

  private PriceReader(String model, Members said) {
    this.model = model;
    this.said = said;
  }

  /** The prices of {@code model}: {@code 0.15/0.60}, or members for input and output. */
  static ModelPrices read(String model, Member said) {
    Prices prices =
        said.value() instanceof Members members
            ? new PriceReader(model, members).read(said.place())
            : both(model, said);
    return new ModelPrices(model, prices, said.place());
  }

  private static Prices both(String model, Member said) {
    if (said.value() instanceof Text text) {
      try {
        return Prices.parse(text.text());
      } catch (IllegalArgumentException malformed) {
        throw new SettingsException(
            said.place() + ": " + model + ": " + malformed.getMessage(), malformed);
      }
    }
    throw new SettingsException(
        said.place()
            + ": '"
            + model
            + "' has no prices; write them like {input: 0.15, output: 0.60}");
  }

  private Prices read(String place) {
    said.members().forEach(this::refuseUnknown);
    Prices prices = Prices.of(required(INPUT, place), required(OUTPUT, place));
    prices = price(CACHED).map(prices::cached).orElse(prices);
    return Optional.ofNullable(said.members().get(CURRENCY))
        .map(this::currency)
        .map(prices::in)
        .orElse(prices);
  }

  private void refuseUnknown(String word, Member member) {
    if (!WORDS.contains(word)) {
      throw new SettingsException(
          member.place() + ": " + model + ": " + NearestName.unknown("price", word, WORDS));
    }
  }

  private BigDecimal required(String word, String place) {
    return price(word)
        .orElseThrow(
            () ->
                new SettingsException(
                    place
                        + ": "
                        + model
                        + ": '"
                        + word
                        + "' is missing; give both input and output"));
  }

  private Optional<BigDecimal> price(String word) {
    return Optional.ofNullable(said.members().get(word)).map(member -> price(word, member));
  }

  private BigDecimal price(String word, Member member) {
    try {
      return Prices.price(SettingsReader.text(word, member.value()));
    } catch (IllegalArgumentException malformed) {
      throw new SettingsException(
          member.place() + ": " + model + ": " + word + ": " + malformed.getMessage(), malformed);
    }
  }

  private String currency(Member member) {
    String name = SettingsReader.text(CURRENCY, member.value());
    if (!CURRENCY_NAME.matcher(name).matches()) {
      throw new SettingsException(
          member.place() + ": " + model + ": currency is '" + name + "'; use a word such as USD");
    }
    return name;
  }
}
