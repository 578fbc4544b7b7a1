package io.sluice.cli.batch;

import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import picocli.CommandLine.Model.ArgGroupSpec;

/** The flags of {@code sluice batch} that no other command has. */
final class BatchFlags {
  private BatchFlags() {}

  static ArgGroupSpec input() {
    return Flag.group(
        "The rows",
        Flag.value(
            FlagKey.FROM,
            "NAME[:K=V,…]",
            "rows of a queue, not of files; 'sluice queues' lists them"),
        Flag.on(FlagKey.FOLLOW, "wait for more rows of the queue, until it is stopped"),
        Flag.value(
            FlagKey.FORMAT,
            "WORD",
            "openai, anthropic, jsonl, text, csv or tsv; else it is guessed"),
        Flag.value(FlagKey.ID_FIELD, "NAME", "the field with the id of a row; id"),
        Flag.on(FlagKey.NUL, "rows of text end with NUL, as 'find -print0' ends them"),
        Flag.value(
            FlagKey.PROMPT_FILE, "FILE", "a template of the prompt; {field} stands for a value"),
        Flag.value(
            FlagKey.BAD_ROWS,
            "WORD",
            "keep: a row that cannot be asked becomes an error; else nothing is sent"),
        Flag.on(FlagKey.NO_CHECK, "do not read the input once before anything is sent"),
        Flag.on(FlagKey.DRY_RUN, "check the input, show tokens, price and time; send nothing"));
  }

  static ArgGroupSpec limits() {
    return Flag.group(
        "The limits",
        Flag.value(FlagKey.CONCURRENCY, "N", "rows at once, or auto; 8"),
        Flag.value(FlagKey.RPM, "N", "requests a minute, if the server states no smaller limit"),
        Flag.value(FlagKey.TPM, "N", "tokens a minute, of prompts and answers together"),
        Flag.value(FlagKey.ITPM, "N", "tokens of prompts a minute"),
        Flag.value(FlagKey.OTPM, "N", "tokens of answers a minute"),
        Flag.value(FlagKey.BURST, "N", "as much of each at once; what a second allows"),
        Flag.value(
            FlagKey.MAX_COST,
            "X",
            "end before the row with which this run could exceed it, by your prices"),
        Flag.value(FlagKey.MAX_ROWS, "N", "end when so many rows were sent"),
        Flag.value(
            FlagKey.PATIENCE,
            "TIME",
            "how long the server may refuse everything for its limits; 1h"),
        Flag.value(FlagKey.RETRY_TRUNCATED, "WORD", "no: do not ask truncated answers again"),
        Flag.value(
            FlagKey.MAX_FAILED, "N|P%", "exit with 0 if no more rows than that have no answer"));
  }

  static ArgGroupSpec resuming() {
    return Flag.group(
        "Going on",
        Flag.on(FlagKey.RESTART, "begin anew; the old files get names that end in .old"),
        Flag.optional(
            FlagKey.RETRY_FAILED,
            "KIND,…",
            "",
            "ask rows again that have no answer; =timed_out,… those of these kinds"),
        Flag.value(
            FlagKey.CHANGED, "WORD", "rows that changed: ask them again, or keep the answers"),
        Flag.value(
            FlagKey.IN_FLIGHT, "WORD", "skip: do not ask again what was under way at a kill"),
        Flag.value(
            FlagKey.SYNC, "WORD", "force the files to disk: row, second, end or none; second"),
        Flag.value(
            FlagKey.GRACE, "TIME", "how long rows under way may take after the first Ctrl-C; 30s"));
  }

  static ArgGroupSpec output() {
    return Flag.group(
        "The results",
        Flag.value(
            FlagKey.OUTPUT, "FILE", "where the results go; needed unless the queue keeps them"),
        Flag.value(FlagKey.ORDER, "WORD", "ended, as the rows ended; or input"),
        Flag.value(FlagKey.ERRORS, "FILE", "rows without an answer go there instead"),
        Flag.value(FlagKey.OUTPUT_FORMAT, "WORD", "jsonl, or csv for spreadsheets"),
        Flag.value(
            FlagKey.FIELDS, "NAME,…", "the columns of csv; custom_id,text,finish_reason,error"),
        Flag.value(FlagKey.TEXT_DIR, "DIR", "the text of each answer in a file of its own, too"),
        Flag.value(
            FlagKey.METRICS,
            "HOST:PORT",
            "serve figures to Prometheus at /metrics; needs the plugin micrometer"));
  }
}
