package com.gammareplay.api.conventions;

import com.gammareplay.parameters.NearestName;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.InvalidRequestException.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses queries with parameters that the description of their call does not have, with one of them twice, or with an
 * empty number, which Spring would take for none.
 */
public final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod call) {
            var operation = call.getMethodAnnotation(Operation.class);
            if (operation != null) {
                requireKnown(request.getParameterMap(), known(request, call, operation), numbers(call));
            }
        }
        return true;
    }

    private static void requireKnown(Map<String, String[]> sent, List<String> known, List<String> numbers) {
        var problems = new ArrayList<Problem>();
        sent.forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add(QueryValues.problem(name, "unknown parameter" + NearestName.hint(name, known)));
            } else if (values.length > 1) {
                problems.add(QueryValues.problem(name, "must be given once"));
            } else if (values[0].isEmpty() && numbers.contains(name)) {
                problems.add(QueryValues.problem(name, "must be a whole number, not empty"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    private static List<String> known(HttpServletRequest request, HandlerMethod call, Operation operation) {
        var shared = AnnotatedElementUtils.findAllMergedAnnotations(call.getMethod(), Parameter.class);
        var described = Stream.concat(Arrays.stream(operation.parameters()), shared.stream())
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .map(Parameter::name);
        return Stream.concat(described, taken(call).map(MethodParameter::getParameterName))
                .filter(name -> !ExportFormat.isCsv(request) || !ExportFormat.NOT_OF_FILES.contains(name))
                .toList();
    }

    private static List<String> numbers(HandlerMethod call) {
        return taken(call)
                .filter(parameter -> parameter.getParameterType() == int.class)
                .map(MethodParameter::getParameterName)
                .toList();
    }

    private static Stream<MethodParameter> taken(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
    }
}
