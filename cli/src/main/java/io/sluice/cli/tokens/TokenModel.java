package io.sluice.cli.tokens;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.text.NearestName;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.prompt.PromptRequest;
import java.util.Optional;

/**
 * Whose tokens are counted: those of the encoding that was asked for, or of a model's.
 *
 * @param chosen the encoding asked for, which counts for every model
 * @param standard the model where a request names none
 */
record TokenModel(Optional<TokenEncoding> chosen, ModelEncoding standard) {

  static TokenModel of(Arguments arguments) {
    Optional<TokenEncoding> chosen = arguments.value(FlagKey.ENCODING).map(TokenModel::encoding);
    ModelEncoding model =
        arguments
            .value(FlagKey.MODEL)
            .map(SettingValue::text)
            .map(ModelEncoding::of)
            .orElseGet(ModelEncoding::unnamed);
    return new TokenModel(chosen, chosen.map(model::counting).orElse(model));
  }

  private static TokenEncoding encoding(SettingValue given) {
    return TokenEncoding.named(given.text())
        .orElseThrow(
            () ->
                new UsageException(
                    NearestName.unknown("encoding", given.text(), TokenEncoding.names())));
  }

  /** Whose tokens a request is counted in. */
  ModelEncoding of(PromptRequest request) {
    if (request.model().isEmpty()) {
      return standard;
    }
    ModelEncoding named = ModelEncoding.of(request.model());
    return chosen.map(named::counting).orElse(named);
  }
}
