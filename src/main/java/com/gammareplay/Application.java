package com.gammareplay;

import com.gammareplay.cli.GammaCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or one command of its command line. */
@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        if (GammaCommand.isAskedFor(args)) {
            // Without Spring nobody else tells the logger how much to say.
            System.setProperty("logback.configurationFile", "logback-cli.xml");
            System.exit(GammaCommand.run(writer(System.out), writer(System.err), args));
        }
        SpringApplication.run(Application.class, args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
