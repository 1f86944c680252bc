-- Years whose observations were deleted when their time was over: no period with a day in one is closed any more.
CREATE TABLE forgotten (year INTEGER PRIMARY KEY);
