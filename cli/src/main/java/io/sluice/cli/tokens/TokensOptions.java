package io.sluice.cli.tokens;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code sluice tokens}.
 *
 * @param model the model or the encoding that counts
 * @param prompt the file that is one prompt, {@code -} for stdin
 * @param requests the file that has a request in each line, {@code -} for stdin
 * @param texts the files to count if there is neither, {@code -} for stdin; at least one
 * @param show whether a text is shown split into its tokens, or a prompt with its parts
 * @param field the field to count of each line, which is then JSON
 * @param lines whether each line is counted apart
 * @param json whether a count is printed as a JSON object
 */
record TokensOptions(
    TokenModel model,
    Optional<String> prompt,
    Optional<String> requests,
    List<String> texts,
    boolean show,
    Optional<String> field,
    boolean lines,
    boolean json) {
  static final String STDIN = "-";

  private static final List<FlagKey> WAYS =
      List.of(FlagKey.LINES, FlagKey.JSONL_FIELD, FlagKey.MESSAGES, FlagKey.REQUESTS, FlagKey.SHOW);

  private static final List<FlagKey> PARTS_OF_A_PROMPT = List.of(FlagKey.MESSAGES, FlagKey.SHOW);

  TokensOptions {
    texts = List.copyOf(texts);
  }

  static TokensOptions of(Arguments arguments) {
    refuseTwoWays(arguments);
    Optional<String> prompt = arguments.value(FlagKey.MESSAGES).map(SettingValue::text);
    Optional<String> requests = arguments.value(FlagKey.REQUESTS).map(SettingValue::text);
    if (prompt.isPresent() || requests.isPresent()) {
      arguments.noWords();
    }
    List<String> words = arguments.words();
    return new TokensOptions(
        TokenModel.of(arguments),
        prompt,
        requests,
        words.isEmpty() ? List.of(STDIN) : words,
        arguments.on(FlagKey.SHOW),
        arguments.value(FlagKey.JSONL_FIELD).map(SettingValue::text),
        arguments.on(FlagKey.LINES),
        arguments.on(FlagKey.JSON));
  }

  private static void refuseTwoWays(Arguments arguments) {
    List<FlagKey> given = WAYS.stream().filter(arguments::flagged).toList();
    if (given.size() > 1 && !given.equals(PARTS_OF_A_PROMPT)) {
      throw new UsageException(
          given.get(0).flag()
              + " and "
              + given.get(1).flag()
              + " exclude each other; leave one of them");
    }
  }
}
