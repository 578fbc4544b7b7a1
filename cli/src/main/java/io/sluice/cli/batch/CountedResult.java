package io.sluice.cli.batch;

import io.sluice.batch.result.ResultDetail;
import io.sluice.batch.result.RowResult;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.run.AnswerSource;
import io.sluice.settings.PriceList;
import io.sluice.sinks.tokens.Cost;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.transcript.ResultJson;

/**
 * Adds to the line of a row what {@code --json} says of an answer: our count, its cost, and who
 * answered.
 *
 * @param prices what tokens cost
 * @param answerer who answers
 */
record CountedResult(PriceList prices, AnswerSource answerer) implements ResultDetail {
  @Override
  public void add(RowResult result, ResultJson line) {
    result
        .run()
        .ifPresent(
            run -> {
              TokenReport report =
                  RunTokens.of(result.row().request(), prices).report(run.completion());
              line.tokens(report.counted());
              report.cost().map(Cost::json).ifPresent(line::cost);
            });
    if (answerer.isServer()) {
      line.online();
    } else {
      line.offline();
    }
  }
}
