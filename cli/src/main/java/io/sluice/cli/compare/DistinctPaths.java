package io.sluice.cli.compare;

import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.SinkSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** That no two answers are written into one file. */
final class DistinctPaths {
  private static final String PATH = "path";

  private DistinctPaths() {}

  /** Refuses a sink whose path is the same for all of these. */
  static void check(List<SinkSpec> named, List<Variant> variants) {
    Set<Optional<String>> models = new HashSet<>();
    boolean tellsModels =
        variants.stream().map(variant -> variant.request().model()).allMatch(models::add);
    for (SinkSpec sink : named) {
      String path = sink.options().getOrDefault(PATH, "");
      boolean own = path.contains("{id}") || (tellsModels && path.contains("{model}"));
      if (!path.isEmpty() && !own) {
        throw new UsageException(
            "sink '"
                + sink.name()
                + "': "
                + path
                + " cannot take "
                + variants.size()
                + " answers; put "
                + (tellsModels ? "{model} or " : "")
                + "{id} into its name");
      }
    }
  }
}
