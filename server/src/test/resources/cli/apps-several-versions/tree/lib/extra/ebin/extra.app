{application, extra, [{description, "Without a version in its folder"}, {vsn, "0.9"}]}.
