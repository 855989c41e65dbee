package com.gammareplay.api.problems;

import com.gammareplay.api.problems.Problem.Detail;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What Spring finds wrong with parameters, all of which are whole numbers. */
final class ParameterDetails {

    private ParameterDetails() {}

    static Detail of(TypeMismatchException failure) {
        return failure instanceof MethodArgumentTypeMismatchException argument
                ? new Detail("/" + argument.getName(), "must be a whole number" + range(argument.getParameter()))
                : new Detail("/", "must be a whole number");
    }

    private static String range(MethodParameter parameter) {
        var least = parameter.getParameterAnnotation(Min.class);
        var most = parameter.getParameterAnnotation(Max.class);
        return least == null || most == null
                ? " of at most " + Integer.MAX_VALUE
                : " from " + least.value() + " to " + most.value();
    }

    static List<Detail> of(HandlerMethodValidationException failure) {
        return failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Detail(
                                "/" + result.getMethodParameter().getParameterName(),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }
}
