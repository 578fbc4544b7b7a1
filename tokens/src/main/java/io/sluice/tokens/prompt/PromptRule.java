package io.sluice.tokens.prompt;

import io.sluice.tokens.Basis;
import io.sluice.tokens.PromptFormula;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule that a prompt falls under, and what it was worth on recorded calls. Immutable.
 *
 * @param formula the formula of the model
 * @param api the API of the request
 * @param constructs what the prompt has beside text
 */
record PromptRule(PromptFormula formula, PromptApi api, Set<PromptFeature> constructs) {

  private static final Set<PromptFeature> PICTURES =
      Set.of(PromptFeature.TILES, PromptFeature.PATCHES);

  /** Such as {@code gpt-4o+tools+calls}; the chat API is not named. */
  String name() {
    String family = formula.word() + (api == PromptApi.RESPONSES ? "+responses" : "");
    return family
        + constructs.stream()
            .map(construct -> "+" + construct.word())
            .collect(Collectors.joining());
  }

  /** Exact for what the rule predicted on recorded calls it had not been made from. */
  Basis basis() {
    Set<PromptFeature> others = EnumSet.noneOf(PromptFeature.class);
    others.addAll(constructs);
    others.removeAll(PICTURES);
    boolean exact =
        !constructs.contains(PromptFeature.PATCHES)
            && (others.isEmpty()
                || switch (formula) {
                  case GPT_4O ->
                      api == PromptApi.CHAT || others.equals(EnumSet.of(PromptFeature.SCHEMA));
                  case GPT_5, GPT_5_4 ->
                      api == PromptApi.RESPONSES && !others.contains(PromptFeature.PARALLEL);
                  case CHAT, O3_MINI -> false;
                });
    return exact ? Basis.EXACT : Basis.ESTIMATED;
  }
}
