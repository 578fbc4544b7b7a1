package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import java.util.Optional;

/**
 * Which tool a request makes the model use.
 *
 * @param mode such as {@code auto} or {@code required}; empty if a function is named
 * @param function the name of that function, if there is one
 */
record ToolRequirement(String mode, Optional<String> function) {

  static ToolRequirement of(JsonTree request) {
    Optional<JsonTree> choice =
        request.value("tool_choice").or(() -> request.value("function_call"));
    Optional<JsonTree> object = choice.filter(JsonTree::isObject);
    Optional<String> name =
        object.map(named -> named.value("function").orElse(named)).flatMap(it -> it.string("name"));
    return new ToolRequirement(choice.flatMap(JsonTree::string).orElse(""), name);
  }

  /** The function that the model has to call, in a request of these tools to the Responses API. */
  Optional<String> onlyFunction(ToolBlock tools) {
    return mode.equals("required") && tools.functions().size() == 1
        ? Optional.of(tools.functions().get(0).name())
        : function;
  }
}
