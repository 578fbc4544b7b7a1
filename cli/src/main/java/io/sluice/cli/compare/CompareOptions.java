package io.sluice.cli.compare;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.prompt.PromptOptions;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.SchemaFiles;
import io.sluice.cli.settings.FlagKey;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code sluice compare}.
 *
 * @param prompt what is asked
 * @param output where the answers go beside stdout
 * @param axis in what the requests differ; empty if one streams and the other does not
 * @param variants the requests that are compared, at least two
 * @param dryRun whether the requests are shown and not sent
 * @param json whether stdout gets one JSON object instead of texts and a table
 */
record CompareOptions(
    PromptOptions prompt,
    OutputOptions output,
    Optional<Axis> axis,
    List<Variant> variants,
    boolean dryRun,
    boolean json) {
  CompareOptions {
    variants = List.copyOf(variants);
  }

  static CompareOptions of(String command, Arguments arguments, SchemaFiles schemas) {
    PromptOptions prompt = PromptOptions.of(arguments);
    OutputOptions output = OutputOptions.besides(command, arguments);
    Optional<Axis> axis = Axis.of(arguments);
    List<Variant> variants =
        axis.map(named -> named.spread(arguments, schemas))
            .orElseGet(() -> Variant.streamingOrNot(arguments, schemas));
    return new CompareOptions(
        prompt, output, axis, variants, arguments.on(FlagKey.DRY_RUN), arguments.on(FlagKey.JSON));
  }
}
