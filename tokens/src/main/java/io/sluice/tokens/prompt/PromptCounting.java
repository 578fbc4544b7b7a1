package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.PromptFormula;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.image.PictureRule;
import io.sluice.tokens.image.PictureSize;
import io.sluice.tokens.schema.EstimateReasons;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts one prompt. Mutable; used once. */
final class PromptCounting {

  /** Fields by which the server adds to the prompt what is not in the request. */
  private static final List<String> ADDING =
      List.of(
          "previous_response_id",
          "conversation",
          "prompt",
          "web_search_options",
          "audio",
          "prediction",
          "context_management");

  /** What a picture costs by most models that pay by the tile. */
  private static final PictureRule USUAL = new PictureRule.Tiles(85, 170);

  /** A guess for pictures that cannot be seen. */
  private static final PictureSize UNSEEN = new PictureSize(1024, 1024);

  private final ModelEncoding model;
  private final PromptFormula formula;
  private final PromptApi api;
  private final EstimateReasons reasons = new EstimateReasons();
  private final Set<PromptFeature> constructs = EnumSet.noneOf(PromptFeature.class);
  private final PartCounter parts;
  private final List<PromptTurn> turns;
  private final ToolBlock tools;
  private final Optional<AnswerFormat> format;
  private final ToolRequirement choice;
  private int pictures;

  PromptCounting(ModelEncoding model, PromptRequest request) {
    this.model = model;
    formula = model.formula();
    api = request.api();
    parts = new PartCounter(model.encoding());
    JsonTree body = request.body();
    turns = api == PromptApi.CHAT ? ChatTurns.of(body, reasons) : ResponsesTurns.of(body, reasons);
    tools = ToolBlock.of(body, reasons);
    format = AnswerFormat.of(body, reasons);
    choice = ToolRequirement.of(body);
    ADDING.stream().filter(field -> body.value(field).isPresent()).forEach(reasons::add);
  }

  PromptCount count() {
    boolean chat = api == PromptApi.CHAT;
    boolean less = chat && !tools.isEmpty() && formula.priming() > 2;
    parts.add("begin of the answer", less ? 2 : formula.priming());
    var blocks = new PromptBlocks(formula, parts, tools, format, reasons);
    var counting = new TurnTokens(formula, api, parts);
    int system = chat ? blocks.systemMessage(turns) : PromptBlocks.NONE;
    for (int i = 0; i < turns.size(); i++) {
      counting.count(turns.get(i), i == system ? blocks.appended() : List.of());
      pictures(turns.get(i));
    }
    if (chat) {
      blocks.countInChat(turns, system);
    } else {
      blocks.countInResponses();
    }
    tools.others().forEach(other -> parts.text(other.part(), other.text()));
    toolChoice();
    return result();
  }

  private void pictures(PromptTurn turn) {
    for (Picture picture : picturesOf(turn)) {
      PictureRule rule = model.pictures().orElse(USUAL);
      if (model.pictures().isEmpty()) {
        reasons.add("pictures, whose price is not known for this model");
      }
      constructs.add(
          rule instanceof PictureRule.Tiles ? PromptFeature.TILES : PromptFeature.PATCHES);
      long tokens =
          rule instanceof PictureRule.Tiles tiles && picture.detail().equals("low")
              ? tiles.base()
              : rule.tokens(picture.size().orElse(UNSEEN));
      pictures++;
      parts.add("picture " + pictures + ", " + picture.words() + ", of " + turn.part(), tokens);
    }
  }

  private static List<Picture> picturesOf(PromptTurn turn) {
    if (turn instanceof PromptTurn.Said said) {
      return said.content().pictures();
    }
    if (turn instanceof PromptTurn.Returned returned) {
      return returned.result().content().pictures();
    }
    return turn instanceof PromptTurn.ReturnedTogether returned
        ? returned.results().stream().flatMap(it -> it.content().pictures().stream()).toList()
        : List.of();
  }

  private void toolChoice() {
    if (tools.isEmpty() || formula.isGpt5()) {
      return;
    }
    Optional<String> function =
        api == PromptApi.CHAT ? choice.function() : choice.onlyFunction(tools);
    function.ifPresent(name -> parts.add("tool choice", 7 + parts.tokens("." + name)));
    if (choice.mode().equals("none")) {
      parts.add("tool choice", 1);
    }
  }

  private PromptCount result() {
    if (!tools.isEmpty()) {
      constructs.add(PromptFeature.TOOLS);
    }
    format.ifPresent(given -> constructs.add(PromptFeature.SCHEMA));
    for (PromptTurn turn : turns) {
      if (turn instanceof PromptTurn.Called || turn instanceof PromptTurn.CalledTogether) {
        constructs.add(PromptFeature.CALLS);
      }
    }
    if (turns.stream().anyMatch(PromptTurn.CalledTogether.class::isInstance)
        || ResponsesTurns.hasParallelCalls(turns)) {
      constructs.add(PromptFeature.PARALLEL);
    }
    var rule = new PromptRule(formula, api, constructs);
    Basis basis = model.basis().and(model.formulaBasis()).and(rule.basis());
    List<String> without = reasons.list();
    Basis worth = without.isEmpty() ? basis : Basis.ESTIMATED;
    return new PromptCount(
        new TokenCount(parts.total(), worth), rule.name(), parts.parts(), without);
  }
}
