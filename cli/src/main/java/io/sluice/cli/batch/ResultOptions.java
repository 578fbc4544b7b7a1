package io.sluice.cli.batch;

import io.sluice.batch.Batch;
import io.sluice.batch.RowPolicies;
import io.sluice.batch.journal.OutputForm;
import io.sluice.batch.journal.SyncPolicy;
import io.sluice.batch.result.ResultFields;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the results go, and what is done with those that are there.
 *
 * @param output the file; empty for a dry run, and if a queue is to keep the results
 * @param form the form of the file
 * @param sync when it is forced to disk
 * @param changed what is done with rows that changed
 * @param inFlight what is done with rows that were under way at a kill
 * @param again the kinds of errors whose rows are asked again
 * @param restart whether what is there is put aside
 */
record ResultOptions(
    Optional<Path> output,
    OutputForm form,
    SyncPolicy sync,
    RowPolicies.Changed changed,
    RowPolicies.InFlight inFlight,
    Set<RowErrorKind> again,
    boolean restart) {

  static ResultOptions of(Arguments arguments, InputOptions input, ConnectionOptions connection) {
    Optional<Path> output = arguments.value(FlagKey.OUTPUT).map(SettingValue::path);
    if (output.isEmpty() && !connection.dryRun() && input.queue().isEmpty()) {
      throw new UsageException("the output is missing; name a file with " + FlagKey.OUTPUT.flag());
    }
    try {
      return new ResultOptions(
          connection.dryRun() ? Optional.empty() : output,
          form(arguments),
          arguments
              .value(FlagKey.SYNC)
              .map(SettingValue::text)
              .map(SyncPolicy::of)
              .orElse(SyncPolicy.SECOND),
          ChosenWord.of(arguments, FlagKey.CHANGED, RowPolicies.Changed.values())
              .orElse(RowPolicies.Changed.REFUSE),
          ChosenWord.of(arguments, FlagKey.IN_FLIGHT, RowPolicies.InFlight.values())
              .orElse(RowPolicies.InFlight.ASK),
          arguments.value(FlagKey.RETRY_FAILED).map(given -> kinds(given.text())).orElse(Set.of()),
          arguments.on(FlagKey.RESTART));
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  /** Refuses to write over the rows: an input may be the results of an earlier batch. */
  void keepApart(List<Path> inputs) throws IOException {
    for (Path input : inputs) {
      refuseSame(FlagKey.OUTPUT, output, input);
      refuseSame(FlagKey.ERRORS, form.errors(), input);
    }
  }

  private static void refuseSame(FlagKey flag, Optional<Path> file, Path input) throws IOException {
    if (file.isPresent()
        && Files.exists(file.get())
        && Files.exists(input)
        && Files.isSameFile(file.get(), input)) {
      throw new UsageException(
          flag.flag() + " is " + file.get() + ", which holds the rows; name another file");
    }
  }

  Batch applyTo(Batch batch) {
    Batch with = batch.form(form).sync(sync).again(again);
    return output.isPresent() ? with.state(output.get()) : with;
  }

  private static OutputForm form(Arguments arguments) {
    OutputForm form = OutputForm.lines();
    form =
        form.order(
            ChosenWord.of(arguments, FlagKey.ORDER, OutputForm.Order.values())
                .orElse(OutputForm.Order.ENDED));
    Optional<SettingValue> errors = arguments.value(FlagKey.ERRORS);
    form = errors.isPresent() ? form.errors(errors.get().path()) : form;
    Optional<ResultFields> fields =
        arguments.value(FlagKey.FIELDS).map(SettingValue::text).map(ResultFields::parse);
    boolean table =
        ChosenWord.of(arguments, FlagKey.OUTPUT_FORMAT, Format.values())
            .filter(Format.CSV::equals)
            .isPresent();
    if (fields.isPresent() && !table) {
      throw new UsageException(
          FlagKey.FIELDS.flag()
              + " are the columns of a table; add "
              + FlagKey.OUTPUT_FORMAT.flag()
              + " csv");
    }
    return table ? form.fields(fields.orElseGet(ResultFields::usual)) : form;
  }

  private static Set<RowErrorKind> kinds(String words) {
    if (words.isBlank() || words.equals("true")) {
      return EnumSet.allOf(RowErrorKind.class);
    }
    Set<RowErrorKind> kinds = EnumSet.noneOf(RowErrorKind.class);
    for (String word : words.split(",", -1)) {
      kinds.add(RowErrorKind.of(word.strip()));
    }
    return kinds;
  }

  /** What the output is written in. */
  private enum Format {
    JSONL,
    CSV
  }
}
