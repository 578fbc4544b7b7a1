package io.sluice.settings;

import io.sluice.chat.Prices;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The prices of models that settings give, in the order of their names.
 *
 * @param models each model once
 */
public record PriceList(List<ModelPrices> models) {
  /**
   * What follows the name of a model where one of its versions is meant: a date, or the word for
   * the newest. No other ending counts, because gpt-4o-mini is another model than gpt-4o.
   */
  private static final Pattern VERSION =
      Pattern.compile("[-@:](?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}|latest)$");

  /** Copies the list. */
  public PriceList {
    models = List.copyOf(models);
  }

  /** A list without any model. */
  public static PriceList empty() {
    return new PriceList(List.of());
  }

  /**
   * The prices of a model that was asked for by one name and answers by another. Either may be
   * empty. A name on the list counts before one that is only a version of a name on the list
   * ({@code gpt-4o-2024-08-06}), and the name that was asked for before the other.
   */
  public Optional<Prices> of(String asked, String answering) {
    return Stream.of(UnaryOperator.<String>identity(), PriceList::withoutVersion)
        .flatMap(spelling -> Stream.of(asked, answering).map(spelling))
        .flatMap(name -> models.stream().filter(priced -> priced.model().equals(name)))
        .map(ModelPrices::prices)
        .findFirst();
  }

  private static String withoutVersion(String name) {
    return VERSION.matcher(name).replaceFirst("");
  }
}
